namespace Pipeline.LocalCluster.Controllers.Deployments;

/// <summary>A replica set is to have another number of replicas.</summary>
internal readonly record struct ScaleStep(string Name, int From, int To);
