using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace k8s;

/// <summary>The connection to the server: it must be signed by the configured authority, and may ask for our certificate.</summary>
internal static class TlsHandler
{
    public static SocketsHttpHandler For(KubernetesClientConfiguration config)
    {
        var tls = new SslClientAuthenticationOptions();
        if (config.SkipTlsVerify)
            tls.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        else if (config.SslCaCerts is { Count: > 0 } authorities)
            tls.CertificateChainPolicy = SignedBy(authorities);
        if (ClientCertificate(config) is { } certificate)
            tls.ClientCertificates = [certificate];
        return new SocketsHttpHandler
        {
            SslOptions = tls,
            // A rollout outlives the address of an API server behind a load balancer.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
    }

    private static X509ChainPolicy SignedBy(X509Certificate2Collection authorities)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }

    private static X509Certificate2 ClientCertificate(KubernetesClientConfiguration config)
    {
        var certificate = Pem(config.ClientCertificateData, config.ClientCertificateFilePath);
        var key = Pem(config.ClientCertificateKeyData, config.ClientKeyFilePath);
        if (certificate is null || key is null)
            return null;
        using var ephemeral = X509Certificate2.CreateFromPem(certificate, key);
        // Windows uses a private key for TLS only after a detour through PKCS #12.
        return X509CertificateLoader.LoadPkcs12(ephemeral.Export(X509ContentType.Pkcs12), null);
    }

    private static string Pem(string data, string path) =>
        !string.IsNullOrEmpty(data) ? Encoding.UTF8.GetString(Convert.FromBase64String(data))
        : !string.IsNullOrEmpty(path) ? File.ReadAllText(path)
        : null;
}
