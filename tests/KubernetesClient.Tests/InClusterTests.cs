using k8s;
using k8s.Exceptions;

namespace KubernetesClient.Tests;

public sealed class InClusterTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory();

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public async Task A_pod_finds_the_server_and_its_own_account()
    {
        WriteAccount();

        var configuration = KubernetesClientConfiguration.InClusterConfig(directory.FullName, Environment);

        var header = await configuration.TokenProvider.GetAuthenticationHeaderAsync(default);
        Assert.Equal(("https://10.96.0.1:443/", "staging"), (configuration.Host, configuration.Namespace));
        Assert.Equal("Bearer secret", header.ToString());
        Assert.Single(configuration.SslCaCerts);
    }

    [Fact]
    public void The_address_may_be_of_version_6()
    {
        WriteAccount();

        var configuration = KubernetesClientConfiguration.InClusterConfig(
            directory.FullName,
            name => name == "KUBERNETES_SERVICE_HOST" ? "fd00::1" : Environment(name)
        );

        Assert.Equal("https://[fd00::1]:443/", configuration.Host);
    }

    [Fact]
    public void Outside_a_pod_the_error_says_what_is_missing()
    {
        var problem = Assert.Throws<KubernetesClientException>(() =>
            KubernetesClientConfiguration.InClusterConfig(directory.FullName, _ => null!)
        );

        Assert.Contains("KUBERNETES_SERVICE_HOST", problem.Message);
        Assert.Contains(directory.FullName, problem.Message);
    }

    [Fact]
    public void A_pod_without_a_service_account_is_not_in_the_cluster() =>
        Assert.False(KubernetesClientConfiguration.IsInCluster(directory.FullName, Environment));

    private static string Environment(string name) =>
        name switch
        {
            "KUBERNETES_SERVICE_HOST" => "10.96.0.1",
            "KUBERNETES_SERVICE_PORT" => "443",
            _ => "",
        };

    private void WriteAccount()
    {
        File.WriteAllText(Path.Combine(directory.FullName, "token"), "secret\n");
        File.WriteAllText(Path.Combine(directory.FullName, "namespace"), "staging");
        File.WriteAllText(Path.Combine(directory.FullName, "ca.crt"), TestAuthority.Shared.Pem);
    }
}
