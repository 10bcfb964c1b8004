using Pipeline.Images.Documents;

namespace Pipeline.Images.Building;

/// <summary>A layer of an image that has been built.</summary>
/// <param name="Name">What the layer is: runtime, packages, application, or base.</param>
/// <param name="Descriptor">The compressed layer.</param>
/// <param name="DiffId">The digest of its tar file.</param>
/// <param name="FileCount">How many files are in it; 0 for a layer of the base, which is not opened.</param>
/// <param name="Reused">Whether an earlier build has compressed it.</param>
public sealed record BuiltLayer(string Name, Descriptor Descriptor, Digest DiffId, int FileCount, bool Reused);
