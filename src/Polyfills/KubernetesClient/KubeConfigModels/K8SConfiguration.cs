using YamlDotNet.Serialization;

namespace k8s.KubeConfigModels;

/// <summary>A kubeconfig file.</summary>
public class K8SConfiguration
{
    [YamlMember(Alias = "current-context")]
    public string CurrentContext { get; set; }

    [YamlMember(Alias = "contexts")]
    public IEnumerable<Context> Contexts { get; set; }

    [YamlMember(Alias = "clusters")]
    public IEnumerable<Cluster> Clusters { get; set; }

    [YamlMember(Alias = "users")]
    public IEnumerable<User> Users { get; set; }

    /// <summary>The full path of the file that this was read from.</summary>
    [YamlIgnore]
    public string FileName { get; set; }
}
