using System.Collections.Immutable;

namespace Pipeline.Images.Registries;

/// <summary>A manifest or index that a registry lists.</summary>
/// <param name="Manifest">The manifest.</param>
/// <param name="Tags">Its tags, sorted; a layout also lists what has none.</param>
public sealed record ListedManifest(StoredManifest Manifest, ImmutableArray<string> Tags);
