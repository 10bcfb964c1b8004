namespace Pipeline.LocalCluster.Tests.Cluster;

[CollectionDefinition(SharedCluster.Collection)]
public sealed class SharedClusterCollection : ICollectionFixture<SharedCluster>;
