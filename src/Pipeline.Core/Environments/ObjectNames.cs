namespace Pipeline.Core.Environments;

/// <summary>Names of the Kubernetes objects of one service; the same words serve executor, guard, status and documentation.</summary>
/// <param name="Service">Name of the service, for example <c>user-service</c>.</param>
public sealed record ObjectNames(string Service)
{
    /// <summary>Front Service and HTTPRoute.</summary>
    public string Front => Service;

    /// <summary>Service before the pods of both tracks, where Istio or the number of pods divides the traffic.</summary>
    public string BothTracks => $"{Service}-all";

    /// <summary>ConfigMap with the state of the rollout, and the Lease of its executor.</summary>
    public string Rollout => $"{Service}-rollout";

    /// <summary>Service account, Role and RoleBinding of the deployer.</summary>
    public string Deployer => $"{Service}-deployer";

    /// <summary>Deployment, Service, autoscaler and disruption budget of a track.</summary>
    public string ForTrack(Track track) => $"{Service}-{track.Label()}";

    /// <summary>ConfigMap of one configuration revision.</summary>
    public string Configuration(ConfigurationHash hash) => $"{Service}-config-{hash.Short}";

    /// <summary>ConfigMap of the n-th revision in the history.</summary>
    public string HistoryEntry(int number) => $"{Service}-revision-{number}";

    /// <summary>Host name of an environment's route on the gateway.</summary>
    public string Host(string environment) => $"{Service}.{environment}.localhost";
}
