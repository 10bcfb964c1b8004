namespace Pipeline.Images.Building;

/// <summary>An image to build on.</summary>
/// <param name="LayoutDirectory">The layout that holds it.</param>
/// <param name="Digest">The digest of its manifest, or of an index that lists one for linux/amd64.</param>
/// <param name="Name">What to call it in the label, such as <c>mcr.microsoft.com/dotnet/runtime-deps:10.0</c>.</param>
public sealed record BaseImage(string LayoutDirectory, Digest Digest, string? Name = null);
