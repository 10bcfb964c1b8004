namespace k8s;

/// <summary>The operations on kinds that custom resource definitions add; they are extension methods.</summary>
public interface ICustomObjectsOperations
{
    internal ApiClient Api { get; }
}
