namespace Pipeline.LocalCluster.Storage;

/// <summary>The objects of a collection at one moment, ordered by namespace and name.</summary>
public sealed record ResourceList(IReadOnlyList<StoredObject> Items, long ResourceVersion);
