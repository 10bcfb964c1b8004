namespace Pipeline.Components.Package;

/// <summary>Who builds the image.</summary>
public enum ImageBuilder
{
    /// <summary>The pipeline itself, without a daemon: the same bytes for the same commit.</summary>
    Oci,

    /// <summary>A Docker engine, from a generated Dockerfile.</summary>
    Docker,
}
