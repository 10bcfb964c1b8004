namespace Pipeline.Core.Environments;

/// <summary>Labels, annotations and other marks on the objects of a service.</summary>
public static class ObjectMarks
{
    public const string NameLabel = "app.kubernetes.io/name";
    public const string VersionLabel = "app.kubernetes.io/version";
    public const string ManagedByLabel = "app.kubernetes.io/managed-by";
    public const string TrackLabel = "pipeline.build/track";
    public const string RevisionAnnotation = "pipeline.build/revision";
    public const string EpochAnnotation = "pipeline.build/epoch";
    public const string WeightAnnotation = "pipeline.build/weight-of-a";

    /// <summary>Value of <see cref="ManagedByLabel"/>, and the field manager of every write.</summary>
    public const string Manager = "pipeline";

    /// <summary>Key of the rollout's state in its ConfigMap.</summary>
    public const string StateKey = "state.json";

    /// <summary>Key under which operators leave a request in the rollout's ConfigMap.</summary>
    public const string RequestKey = "request";
}
