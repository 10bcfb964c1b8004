namespace k8s;

/// <summary>An object that says which kind it is.</summary>
public interface IKubernetesObject
{
    string ApiVersion { get; set; }

    string Kind { get; set; }
}
