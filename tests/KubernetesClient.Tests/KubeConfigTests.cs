using k8s;
using k8s.Exceptions;

namespace KubernetesClient.Tests;

public sealed class KubeConfigTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory();

    private string KubeConfig => Path.Combine(directory.FullName, "kubeconfig");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public void A_context_leads_to_its_cluster_and_its_user()
    {
        WriteKubeConfig("{token: secret}");

        var configuration = KubernetesClientConfiguration.BuildConfigFromConfigFile(KubeConfig, "blue");

        Assert.Equal("https://127.0.0.1:16443", configuration.Host);
        Assert.Equal(
            ("blue", "staging", "secret"),
            (configuration.CurrentContext, configuration.Namespace, configuration.AccessToken)
        );
        Assert.Equal("CN=Test authority", Assert.Single(configuration.SslCaCerts).Subject);
        Assert.Equal("api.example", configuration.TlsServerName);
    }

    [Fact]
    public void Without_a_name_the_current_context_counts()
    {
        WriteKubeConfig("{token: secret}");

        var configuration = KubernetesClientConfiguration.BuildConfigFromConfigFile(KubeConfig);

        Assert.Equal("blue", configuration.CurrentContext);
    }

    [Fact]
    public void Paths_are_relative_to_the_file()
    {
        WriteKubeConfig("{client-certificate: client.pem, client-key: keys/client.key}");

        var configuration = KubernetesClientConfiguration.BuildConfigFromConfigFile(KubeConfig, "blue");

        Assert.Equal(Path.Combine(directory.FullName, "client.pem"), configuration.ClientCertificateFilePath);
        Assert.Equal(Path.Combine(directory.FullName, "keys/client.key"), configuration.ClientKeyFilePath);
    }

    [Fact]
    public void An_authority_may_stand_in_the_file_itself()
    {
        var pem = TestAuthority.Shared.Pem;
        var data = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(pem));
        WriteKubeConfig("{token: secret}", $"certificate-authority-data: {data}");

        var configuration = KubernetesClientConfiguration.BuildConfigFromConfigFile(KubeConfig, "blue");

        Assert.Equal("CN=Test authority", Assert.Single(configuration.SslCaCerts).Subject);
    }

    [Fact]
    public void An_unknown_context_is_refused_with_the_known_ones()
    {
        WriteKubeConfig("{token: secret}");

        var problem = Assert.Throws<KubeConfigException>(() =>
            KubernetesClientConfiguration.BuildConfigFromConfigFile(KubeConfig, "green")
        );

        Assert.Equal($"{KubeConfig}: context 'green' not found; there are: blue.", problem.Message);
    }

    [Theory]
    [InlineData("{exec: {command: aws}}")]
    [InlineData("{auth-provider: {name: oidc}}")]
    public void Credentials_from_a_plugin_are_refused_by_name(string user)
    {
        WriteKubeConfig(user);

        var problem = Assert.Throws<KubeConfigException>(() =>
            KubernetesClientConfiguration.BuildConfigFromConfigFile(KubeConfig, "blue")
        );

        Assert.Contains("user admin gets its credentials from a plugin", problem.Message);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var problem = Assert.Throws<KubeConfigException>(() =>
            KubernetesClientConfiguration.LoadKubeConfig(KubeConfig)
        );

        Assert.Contains(KubeConfig, problem.Message);
    }

    [Fact]
    public void A_file_that_is_no_kubeconfig_is_named()
    {
        File.WriteAllText(KubeConfig, "contexts: [{name: [");

        var problem = Assert.Throws<KubeConfigException>(() =>
            KubernetesClientConfiguration.LoadKubeConfig(KubeConfig)
        );

        Assert.StartsWith($"{KubeConfig}: not a kubeconfig", problem.Message);
    }

    [Fact]
    public void An_empty_file_has_no_contexts()
    {
        File.WriteAllText(KubeConfig, "");

        Assert.Null(KubernetesClientConfiguration.LoadKubeConfig(KubeConfig).Contexts);
    }

    private void WriteKubeConfig(string user, string authority = "certificate-authority: ca.pem")
    {
        File.WriteAllText(Path.Combine(directory.FullName, "ca.pem"), TestAuthority.Shared.Pem);
        File.WriteAllText(
            KubeConfig,
            $$"""
            apiVersion: v1
            kind: Config
            current-context: blue
            preferences: {}
            contexts:
            - name: blue
              context: {cluster: local, user: admin, namespace: staging}
            clusters:
            - name: local
              cluster:
                server: https://127.0.0.1:16443
                tls-server-name: api.example
                {{authority}}
            users:
            - name: admin
              user: {{user}}
            """
        );
    }
}
