using System.Collections.Immutable;

namespace Pipeline.Core.Evidence.Retention;

/// <summary>An image in a registry.</summary>
/// <param name="Digest">Its digest.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Created">When it was made, as it says itself.</param>
/// <param name="Deployed">When it was last deployed, by environment, as statements say.</param>
public sealed record StoredImage(
    string Digest,
    ImmutableArray<string> Tags,
    DateTimeOffset Created,
    ImmutableSortedDictionary<string, DateTimeOffset> Deployed
);
