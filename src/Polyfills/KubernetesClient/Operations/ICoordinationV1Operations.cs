namespace k8s;

/// <summary>The operations of the API group coordination.k8s.io, v1; they are extension methods.</summary>
public interface ICoordinationV1Operations
{
    internal ApiClient Api { get; }
}
