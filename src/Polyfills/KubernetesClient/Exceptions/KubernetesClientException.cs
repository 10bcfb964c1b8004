namespace k8s.Exceptions;

/// <summary>A client cannot be configured from its surroundings.</summary>
public class KubernetesClientException : Exception
{
    public KubernetesClientException(string message)
        : base(message) { }
}
