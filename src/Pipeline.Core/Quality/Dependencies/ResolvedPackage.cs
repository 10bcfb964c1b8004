namespace Pipeline.Core.Quality.Dependencies;

/// <summary>A package in the version that a project uses.</summary>
public sealed record ResolvedPackage(string Id, string Version)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Version}";
}
