namespace k8s;

/// <summary>The operations of the core API group, v1; they are extension methods.</summary>
public interface ICoreV1Operations
{
    internal ApiClient Api { get; }
}
