namespace Docker.DotNet.Models;

/// <summary>How an image is built; what is null is left to the engine.</summary>
public class ImageBuildParameters
{
    public IList<string> Tags { get; set; }

    /// <summary>Where the Dockerfile is in the context.</summary>
    public string Dockerfile { get; set; }

    /// <summary>Anything but null fetches base images anew.</summary>
    public string Pull { get; set; }

    public string Platform { get; set; }

    public bool? NoCache { get; set; }

    /// <summary>Whether intermediate containers are removed.</summary>
    public bool? Remove { get; set; }

    /// <summary>Whether intermediate containers are removed also when the build fails.</summary>
    public bool? ForceRemove { get; set; }

    public IDictionary<string, string> BuildArgs { get; set; }
}
