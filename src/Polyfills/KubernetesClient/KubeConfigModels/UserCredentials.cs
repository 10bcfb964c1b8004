using YamlDotNet.Serialization;

namespace k8s.KubeConfigModels;

/// <summary>How a user proves itself.</summary>
public class UserCredentials
{
    [YamlMember(Alias = "client-certificate-data")]
    public string ClientCertificateData { get; set; }

    [YamlMember(Alias = "client-certificate")]
    public string ClientCertificate { get; set; }

    [YamlMember(Alias = "client-key-data")]
    public string ClientKeyData { get; set; }

    [YamlMember(Alias = "client-key")]
    public string ClientKey { get; set; }

    [YamlMember(Alias = "token")]
    public string Token { get; set; }

    [YamlMember(Alias = "auth-provider")]
    public AuthProvider AuthProvider { get; set; }

    [YamlMember(Alias = "exec")]
    public ExternalExecution ExternalExecution { get; set; }
}
