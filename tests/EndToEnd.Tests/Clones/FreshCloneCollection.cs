namespace EndToEnd.Tests.Clones;

/// <summary>All scenarios use the one clone, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class FreshCloneCollection : ICollectionFixture<FreshClone>
{
    public const string Name = "fresh clone";
}
