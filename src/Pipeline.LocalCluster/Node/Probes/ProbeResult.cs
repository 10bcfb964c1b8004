namespace Pipeline.LocalCluster.Node.Probes;

/// <summary>What came of one probe; the message is empty for a success.</summary>
internal readonly record struct ProbeResult(bool Success, string Message)
{
    public static readonly ProbeResult Ok = new(true, "");

    public static ProbeResult Failed(string message) => new(false, message);
}
