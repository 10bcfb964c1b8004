using System.Security.Cryptography.X509Certificates;
using k8s.Authentication;
using k8s.Exceptions;

namespace k8s;

public partial class KubernetesClientConfiguration
{
    private const string ServiceAccountDirectory = "/var/run/secrets/kubernetes.io/serviceaccount";

    /// <summary>Whether this process runs in a pod with a service account.</summary>
    public static bool IsInCluster() => IsInCluster(ServiceAccountDirectory, Environment.GetEnvironmentVariable);

    /// <summary>The configuration of the pod's service account, whose token is read again when it is replaced.</summary>
    /// <exception cref="KubernetesClientException">The process does not run in a pod with a service account.</exception>
    public static KubernetesClientConfiguration InClusterConfig() =>
        InClusterConfig(ServiceAccountDirectory, Environment.GetEnvironmentVariable);

    internal static bool IsInCluster(string directory, Func<string, string> environment) =>
        !string.IsNullOrEmpty(environment("KUBERNETES_SERVICE_HOST"))
        && !string.IsNullOrEmpty(environment("KUBERNETES_SERVICE_PORT"))
        && File.Exists(Path.Combine(directory, "token"))
        && File.Exists(Path.Combine(directory, "ca.crt"));

    internal static KubernetesClientConfiguration InClusterConfig(string directory, Func<string, string> environment)
    {
        if (!IsInCluster(directory, environment))
            throw new KubernetesClientException(
                "Unable to load in-cluster configuration: KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT must be set, "
                    + $"and {directory} must hold token and ca.crt."
            );

        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(Path.Combine(directory, "ca.crt"));
        var namespaceFile = Path.Combine(directory, "namespace");
        return new KubernetesClientConfiguration
        {
            Host = new UriBuilder(
                "https",
                environment("KUBERNETES_SERVICE_HOST"),
                int.Parse(environment("KUBERNETES_SERVICE_PORT"), System.Globalization.CultureInfo.InvariantCulture)
            ).ToString(),
            SslCaCerts = authorities,
            TokenProvider = new TokenFileAuth(Path.Combine(directory, "token")),
            Namespace = File.Exists(namespaceFile) ? File.ReadAllText(namespaceFile).Trim() : null,
        };
    }
}
