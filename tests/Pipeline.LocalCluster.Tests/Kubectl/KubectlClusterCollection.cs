namespace Pipeline.LocalCluster.Tests.Kubectl;

[CollectionDefinition(KubectlCluster.Collection)]
public sealed class KubectlClusterCollection : ICollectionFixture<KubectlCluster>;
