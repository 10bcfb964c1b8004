using System.Security.Cryptography.X509Certificates;
using k8s.Exceptions;
using k8s.KubeConfigModels;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace k8s;

public partial class KubernetesClientConfiguration
{
    /// <summary>The file that kubectl reads when no other is named.</summary>
    public static readonly string KubeConfigDefaultLocation = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        ".kube",
        "config"
    );

    /// <summary>The configuration of one context of a kubeconfig file.</summary>
    /// <exception cref="KubeConfigException">The file, the context, or what the context refers to does not exist.</exception>
    public static KubernetesClientConfiguration BuildConfigFromConfigFile(
        string kubeconfigPath = null,
        string currentContext = null,
        string masterUrl = null,
        bool useRelativePaths = true
    )
    {
        var file = LoadKubeConfig(kubeconfigPath, useRelativePaths);
        var contextName = currentContext ?? file.CurrentContext;
        var context = Named(file.Contexts, contextName, each => each.Name, "context", file)?.ContextDetails;
        var cluster = Named(file.Clusters, context?.Cluster, each => each.Name, "cluster", file)?.ClusterEndpoint;
        var user = Named(file.Users, context?.User, each => each.Name, "user", file)?.UserCredentials ?? new();
        if (user.ExternalExecution is not null || user.AuthProvider is not null)
            throw new KubeConfigException(
                $"{file.FileName}: user {context.User} gets its credentials from a plugin, which this client does not run; "
                    + "give the user a token or a client certificate, or build with UseRealPackages=true."
            );

        string Resolved(string path) =>
            useRelativePaths && !string.IsNullOrEmpty(path)
                ? Path.Combine(Path.GetDirectoryName(file.FileName), path)
                : path;
        return new KubernetesClientConfiguration
        {
            CurrentContext = contextName,
            Namespace = context.Namespace,
            Host =
                masterUrl
                ?? cluster?.Server
                ?? throw new KubeConfigException($"{file.FileName}: cluster {context.Cluster} has no server."),
            SslCaCerts = Authorities(cluster.CertificateAuthorityData, Resolved(cluster.CertificateAuthority)),
            SkipTlsVerify = cluster.SkipTlsVerify,
            TlsServerName = cluster.TlsServerName,
            AccessToken = user.Token,
            ClientCertificateData = user.ClientCertificateData,
            ClientCertificateKeyData = user.ClientKeyData,
            ClientCertificateFilePath = Resolved(user.ClientCertificate),
            ClientKeyFilePath = Resolved(user.ClientKey),
        };
    }

    /// <summary>Reads a kubeconfig file without choosing a context.</summary>
    /// <exception cref="KubeConfigException">The file does not exist or is no kubeconfig.</exception>
    public static K8SConfiguration LoadKubeConfig(string kubeconfigPath = null, bool useRelativePaths = true)
    {
        var path = Path.GetFullPath(kubeconfigPath ?? KubeConfigDefaultLocation);
        if (!File.Exists(path))
            throw new KubeConfigException($"kubeconfig file not found at {path}");
        var yaml = new DeserializerBuilder().IgnoreUnmatchedProperties().Build();
        try
        {
            var configuration = yaml.Deserialize<K8SConfiguration>(File.ReadAllText(path)) ?? new K8SConfiguration();
            configuration.FileName = path;
            return configuration;
        }
        catch (YamlException problem)
        {
            throw new KubeConfigException($"{path}: not a kubeconfig: {problem.Message}", problem);
        }
    }

    private static T Named<T>(
        IEnumerable<T> all,
        string name,
        Func<T, string> nameOf,
        string what,
        K8SConfiguration file
    )
        where T : class
    {
        var found = all?.FirstOrDefault(each => string.Equals(nameOf(each), name, StringComparison.Ordinal));
        return found
            ?? throw new KubeConfigException(
                $"{file.FileName}: {what} '{name}' not found; there are: {string.Join(", ", (all ?? []).Select(nameOf))}."
            );
    }

    private static X509Certificate2Collection Authorities(string data, string path)
    {
        var authorities = new X509Certificate2Collection();
        if (!string.IsNullOrEmpty(data))
            authorities.ImportFromPem(System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(data)));
        else if (!string.IsNullOrEmpty(path))
            authorities.ImportFromPemFile(path);
        return authorities;
    }
}
