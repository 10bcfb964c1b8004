namespace Pipeline.Images.Building;

/// <summary>An image cannot be built from what was given.</summary>
public sealed class ImageBuildException(string message, Exception? cause = null) : Exception(message, cause);
