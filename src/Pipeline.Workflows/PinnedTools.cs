namespace Pipeline.Workflows;

/// <summary>Versions of the programs that workflows install besides the .NET SDK.</summary>
internal static class PinnedTools
{
    /// <summary>Trivy; inside the range that the scan trusts.</summary>
    public const string Trivy = "v0.70.0";
}
