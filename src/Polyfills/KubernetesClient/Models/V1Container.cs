namespace k8s.Models;

/// <summary>One container of a pod: image, environment, ports, probes and limits.</summary>
public record V1Container
{
    public IList<string> Args { get; set; }

    public IList<string> Command { get; set; }

    public IList<V1EnvVar> Env { get; set; }

    public IList<V1EnvFromSource> EnvFrom { get; set; }

    public string Image { get; set; }

    public string ImagePullPolicy { get; set; }

    public V1Probe LivenessProbe { get; set; }

    public string Name { get; set; }

    public IList<V1ContainerPort> Ports { get; set; }

    public V1Probe ReadinessProbe { get; set; }

    public V1ResourceRequirements Resources { get; set; }

    public V1SecurityContext SecurityContext { get; set; }

    public V1Probe StartupProbe { get; set; }

    public string WorkingDir { get; set; }
}
