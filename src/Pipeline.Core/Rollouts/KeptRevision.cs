using Pipeline.Core.Environments;

namespace Pipeline.Core.Rollouts;

/// <summary>A revision that served an environment and can be returned to.</summary>
/// <param name="Number">Its place in the history; the newest has the highest.</param>
/// <param name="Revision">Image and configuration.</param>
/// <param name="Version">The version that the image was built as; empty when it is not known.</param>
public sealed record KeptRevision(int Number, Revision Revision, string Version);
