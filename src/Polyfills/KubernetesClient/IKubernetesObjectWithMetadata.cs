using k8s.Models;

namespace k8s;

/// <summary>An object with metadata: those of one stored object, or those of a list.</summary>
public interface IKubernetesObject<TMetadata> : IKubernetesObject, IMetadata<TMetadata>;
