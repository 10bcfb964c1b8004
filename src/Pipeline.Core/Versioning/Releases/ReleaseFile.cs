namespace Pipeline.Core.Versioning.Releases;

/// <summary>A file that goes with a release.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Size">In bytes.</param>
public sealed record ReleaseFile(string Name, long Size);
