namespace Pipeline.LocalCluster.Node.Probes;

/// <summary>What a probe does.</summary>
internal abstract record ProbeAction(string? Host, int Port)
{
    /// <summary>A GET whose answer must have a status from 200 to 399.</summary>
    public sealed record Http(
        string? Host,
        int Port,
        string Scheme,
        string Path,
        IReadOnlyList<KeyValuePair<string, string>> Headers
    ) : ProbeAction(Host, Port);

    /// <summary>A connection that must be accepted.</summary>
    public sealed record Tcp(string? Host, int Port) : ProbeAction(Host, Port);
}
