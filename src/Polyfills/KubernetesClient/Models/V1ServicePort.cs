namespace k8s.Models;

/// <summary>One port of a service, and the port of the pods behind it.</summary>
public record V1ServicePort
{
    public string AppProtocol { get; set; }

    public string Name { get; set; }

    public int? NodePort { get; set; }

    public int Port { get; set; }

    public string Protocol { get; set; }

    public IntOrString TargetPort { get; set; }
}
