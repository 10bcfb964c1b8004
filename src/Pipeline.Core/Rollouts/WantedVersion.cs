using Pipeline.Core.Environments;

namespace Pipeline.Core.Rollouts;

/// <summary>What an environment should serve.</summary>
/// <param name="Revision">Image and configuration.</param>
/// <param name="Repository">Where the image is pulled from.</param>
/// <param name="Version">The version that the image was built as; empty when it is not known.</param>
public sealed record WantedVersion(Revision Revision, string Repository = "", string Version = "");
