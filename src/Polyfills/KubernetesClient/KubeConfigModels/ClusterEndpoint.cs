using YamlDotNet.Serialization;

namespace k8s.KubeConfigModels;

/// <summary>Where a cluster is and how it proves itself.</summary>
public class ClusterEndpoint
{
    [YamlMember(Alias = "certificate-authority")]
    public string CertificateAuthority { get; set; }

    [YamlMember(Alias = "certificate-authority-data")]
    public string CertificateAuthorityData { get; set; }

    [YamlMember(Alias = "server")]
    public string Server { get; set; }

    [YamlMember(Alias = "tls-server-name")]
    public string TlsServerName { get; set; }

    [YamlMember(Alias = "insecure-skip-tls-verify")]
    public bool SkipTlsVerify { get; set; }
}
