namespace k8s.Models;

/// <summary>Something that carries metadata.</summary>
public interface IMetadata<T>
{
    T Metadata { get; set; }
}
