using System.Security.Cryptography.X509Certificates;
using k8s.Authentication;

namespace k8s;

/// <summary>Where an API server is, whom it must prove to be, and who we are to it.</summary>
public partial class KubernetesClientConfiguration
{
    /// <summary>The context that this configuration was made from.</summary>
    public string CurrentContext { get; private set; }

    /// <summary>The namespace that the context or the service account belongs to.</summary>
    public string Namespace { get; set; }

    /// <summary>The address of the server, for example <c>https://127.0.0.1:16443</c>.</summary>
    public string Host { get; set; }

    /// <summary>The authorities one of which must have signed the server's certificate; those of the machine when empty.</summary>
    public X509Certificate2Collection SslCaCerts { get; set; }

    /// <summary>Our certificate, PEM in Base64.</summary>
    public string ClientCertificateData { get; set; }

    /// <summary>The private key of our certificate, PEM in Base64.</summary>
    public string ClientCertificateKeyData { get; set; }

    /// <summary>Our certificate, as a PEM file.</summary>
    public string ClientCertificateFilePath { get; set; }

    /// <summary>The private key of our certificate, as a PEM file.</summary>
    public string ClientKeyFilePath { get; set; }

    /// <summary>Accept any certificate of the server.</summary>
    public bool SkipTlsVerify { get; set; }

    /// <summary>The name that the server's certificate must bear, where it is not that of the address.</summary>
    public string TlsServerName { get; set; }

    /// <summary>The bearer token sent with every request.</summary>
    public string AccessToken { get; set; }

    /// <summary>Gives the token of a request; it goes before <see cref="AccessToken"/>.</summary>
    public ITokenProvider TokenProvider { get; set; }

    /// <summary>How long a request may take; 100 seconds.</summary>
    public TimeSpan HttpClientTimeout { get; set; } = TimeSpan.FromSeconds(100);
}
