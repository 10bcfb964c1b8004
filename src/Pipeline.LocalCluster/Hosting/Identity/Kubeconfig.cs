using System.Text;

namespace Pipeline.LocalCluster.Hosting.Identity;

/// <summary>Writes kubeconfig files for this cluster; cluster, context and user are all called <c>pipeline-local</c>.</summary>
public sealed class Kubeconfig(Uri api, ClusterIdentity identity) : IServiceAccountKubeconfigs
{
    private const string Name = "pipeline-local";

    /// <summary>The administrator's, with the namespace <c>default</c>.</summary>
    public string ForAdministrator() => With(identity.Tokens.Administrator, "default");

    public string For(string ns, string serviceAccount) =>
        With(identity.Tokens.ForServiceAccount(ns, serviceAccount), ns);

    private string With(string token, string ns) =>
        $"""
            apiVersion: v1
            kind: Config
            clusters:
            - name: {Name}
              cluster:
                certificate-authority-data: {Convert.ToBase64String(Encoding.UTF8.GetBytes(identity.Authority))}
                server: {api.GetLeftPart(UriPartial.Authority)}
            contexts:
            - name: {Name}
              context:
                cluster: {Name}
                namespace: {ns}
                user: {Name}
            current-context: {Name}
            users:
            - name: {Name}
              user:
                token: {token}

            """;
}
