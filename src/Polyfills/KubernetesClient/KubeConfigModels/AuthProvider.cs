using YamlDotNet.Serialization;

namespace k8s.KubeConfigModels;

/// <summary>A plugin inside the client that gives credentials.</summary>
public class AuthProvider
{
    [YamlMember(Alias = "name")]
    public string Name { get; set; }
}
