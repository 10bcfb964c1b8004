namespace k8s.Models;

/// <summary>How an object is deleted: grace in seconds, what happens to dependents, on which condition.</summary>
public record V1DeleteOptions : IKubernetesObject
{
    public string ApiVersion { get; set; }

    public IList<string> DryRun { get; set; }

    public long? GracePeriodSeconds { get; set; }

    public string Kind { get; set; }

    public bool? OrphanDependents { get; set; }

    public V1Preconditions Preconditions { get; set; }

    public string PropagationPolicy { get; set; }
}
