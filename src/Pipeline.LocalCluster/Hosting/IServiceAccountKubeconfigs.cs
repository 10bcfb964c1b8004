namespace Pipeline.LocalCluster.Hosting;

/// <summary>Access to the API for what runs in a pod.</summary>
public interface IServiceAccountKubeconfigs
{
    /// <summary>The text of a kubeconfig file (write it with mode 0600) that speaks as that service account.</summary>
    string For(string ns, string serviceAccount);
}
