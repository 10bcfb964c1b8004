namespace Pipeline.LocalCluster.Kinds;

/// <summary>In what kinds differ from one another.</summary>
[Flags]
public enum KindTraits
{
    None = 0,

    /// <summary>Lies in no namespace.</summary>
    ClusterScoped = 1,

    /// <summary>Has a status subresource: ordinary writes leave the status alone, and status writes the rest.</summary>
    Status = 2,

    /// <summary>Has a scale subresource over <c>spec.replicas</c>.</summary>
    Scale = 4,

    /// <summary>Every change outside of metadata and status raises <c>metadata.generation</c>.</summary>
    Generations = 8,

    /// <summary>Listed by <c>kubectl get all</c>.</summary>
    InAll = 16,

    /// <summary>Not built into Kubernetes: knows JSON and merge patch only.</summary>
    Custom = 32,

    /// <summary>A deletion answers with the object that is gone, and not with a <c>Status</c>.</summary>
    ReturnsDeleted = 64,
}
