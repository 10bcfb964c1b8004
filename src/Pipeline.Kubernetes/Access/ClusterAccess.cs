using k8s;
using k8s.Exceptions;

namespace Pipeline.Kubernetes.Access;

/// <summary>Makes clients of a cluster that was named; which context a kubeconfig calls current never matters.</summary>
public static class ClusterAccess
{
    /// <summary>A client for a context, looked up in the files that a KUBECONFIG variable lists.</summary>
    /// <param name="context">Name of the context, in its exact spelling.</param>
    /// <param name="kubeconfig">Path of the file, or several as in KUBECONFIG; null for the one in the home directory.</param>
    /// <param name="clock">The time that retries are measured by.</param>
    /// <exception cref="ClusterAccessException">No file has that context, or the context cannot be used.</exception>
    public static IKubernetes ToContext(string context, string? kubeconfig, TimeProvider clock)
    {
        var files = string.IsNullOrEmpty(kubeconfig)
            ? [KubernetesClientConfiguration.KubeConfigDefaultLocation]
            : kubeconfig.Split(
                Path.PathSeparator,
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            );
        return Connected(
            () => KubernetesClientConfiguration.BuildConfigFromConfigFile(FileWith(context, files), context),
            clock
        );
    }

    /// <summary>A client for the cluster that this process runs in, with the pod's service account.</summary>
    /// <param name="clock">The time that retries are measured by.</param>
    /// <exception cref="ClusterAccessException">The process does not run in a cluster.</exception>
    public static IKubernetes InCluster(TimeProvider clock) =>
        Connected(KubernetesClientConfiguration.InClusterConfig, clock);

    private static IKubernetes Connected(Func<KubernetesClientConfiguration> configuration, TimeProvider clock)
    {
        try
        {
            return new k8s.Kubernetes(configuration(), new ResilientHandler(RetryPolicy.Default, clock));
        }
        catch (Exception problem) when (problem is KubeConfigException or KubernetesClientException)
        {
            throw new ClusterAccessException(problem.Message, problem);
        }
    }

    private static string FileWith(string context, IReadOnlyList<string> files)
    {
        var found = new List<string>();
        foreach (var file in files.Where(file => File.Exists(file) || files.Count == 1))
        {
            var names = (KubernetesClientConfiguration.LoadKubeConfig(file).Contexts ?? [])
                .Select(each => each.Name)
                .ToList();
            if (names.Contains(context, StringComparer.Ordinal))
                return file;
            found.AddRange(names);
        }

        throw new ClusterAccessException(
            $"{string.Join(Path.PathSeparator, files)}: there is no context '{context}'; "
                + (found.Count == 0 ? "there is none at all" : $"there are {string.Join(", ", found)}")
        );
    }
}
