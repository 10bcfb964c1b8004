using Pipeline.Images.Documents;

namespace Pipeline.Images.Building;

/// <summary>What the cache remembers of a layer.</summary>
sealed record CachedLayer(Descriptor Descriptor, Digest DiffId);
