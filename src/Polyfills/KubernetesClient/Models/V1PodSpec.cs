namespace k8s.Models;

/// <summary>What a pod should run, and how.</summary>
public record V1PodSpec
{
    public bool? AutomountServiceAccountToken { get; set; }

    public IList<V1Container> Containers { get; set; }

    public bool? EnableServiceLinks { get; set; }

    public string NodeName { get; set; }

    public string RestartPolicy { get; set; }

    public V1PodSecurityContext SecurityContext { get; set; }

    public string ServiceAccountName { get; set; }

    public long? TerminationGracePeriodSeconds { get; set; }
}
