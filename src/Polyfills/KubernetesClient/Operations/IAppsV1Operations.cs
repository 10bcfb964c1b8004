namespace k8s;

/// <summary>The operations of the API group apps, v1; they are extension methods.</summary>
public interface IAppsV1Operations
{
    internal ApiClient Api { get; }
}
