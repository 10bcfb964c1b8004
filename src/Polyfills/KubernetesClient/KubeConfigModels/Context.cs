using YamlDotNet.Serialization;

namespace k8s.KubeConfigModels;

/// <summary>A named pair of cluster and user.</summary>
public class Context
{
    [YamlMember(Alias = "context")]
    public ContextDetails ContextDetails { get; set; }

    [YamlMember(Alias = "name")]
    public string Name { get; set; }
}
