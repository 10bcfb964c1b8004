using YamlDotNet.Serialization;

namespace k8s.KubeConfigModels;

/// <summary>A program that gives credentials.</summary>
public class ExternalExecution
{
    [YamlMember(Alias = "command")]
    public string Command { get; set; }
}
