namespace Pipeline.Images.Building;

/// <summary>A file that goes into a layer.</summary>
/// <param name="ImagePath">Where it is in the image, such as <c>app/UserService.dll</c>: without a leading slash, with forward slashes.</param>
/// <param name="SourcePath">Where it is now.</param>
/// <param name="IsExecutable">Whether its mode is 0755 rather than 0644.</param>
public sealed record LayerFile(string ImagePath, string SourcePath, bool IsExecutable);
