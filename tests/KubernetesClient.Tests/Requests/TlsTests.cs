using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using k8s;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace KubernetesClient.Tests.Requests;

public sealed class TlsTests : IAsyncLifetime
{
    private readonly TestAuthority authority = TestAuthority.Shared;
    private readonly List<WebApplication> servers = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var server in servers)
            await server.DisposeAsync();
    }

    [Fact]
    public async Task A_server_signed_by_the_authority_is_trusted()
    {
        var configuration = await ServeAsync(authority.Issue("api.example"));
        using var client = new Kubernetes(configuration);

        var namespaces = await client.CoreV1.ListNamespaceAsync();

        Assert.Equal("NamespaceList", namespaces.Kind);
    }

    [Fact]
    public async Task A_server_signed_by_another_authority_is_not_trusted()
    {
        var configuration = await ServeAsync(new TestAuthority().Issue("api.example"));
        using var client = new Kubernetes(configuration);

        var problem = await Assert.ThrowsAsync<HttpRequestException>(() => client.CoreV1.ListNamespaceAsync());

        Assert.IsType<AuthenticationException>(problem.InnerException);
    }

    [Fact]
    public async Task A_server_of_another_name_is_not_trusted()
    {
        var configuration = await ServeAsync(authority.Issue("api.example", forLoopback: false));
        using var client = new Kubernetes(configuration);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.CoreV1.ListNamespaceAsync());
    }

    [Fact]
    public async Task A_server_of_the_configured_name_is_trusted()
    {
        var configuration = await ServeAsync(authority.Issue("api.example", forLoopback: false));
        configuration.TlsServerName = "api.example";
        using var client = new Kubernetes(configuration);

        var namespaces = await client.CoreV1.ListNamespaceAsync();

        Assert.Equal("NamespaceList", namespaces.Kind);
    }

    [Fact]
    public async Task Verification_can_be_switched_off()
    {
        var configuration = await ServeAsync(new TestAuthority().Issue("api.example"));
        configuration.SkipTlsVerify = true;
        using var client = new Kubernetes(configuration);

        var namespaces = await client.CoreV1.ListNamespaceAsync();

        Assert.Equal("NamespaceList", namespaces.Kind);
    }

    [Fact]
    public async Task A_client_certificate_says_who_we_are()
    {
        var configuration = await ServeAsync(authority.Issue("api.example"));
        var certificate = authority.Issue("deployer");
        configuration.ClientCertificateData = Base64(certificate.ExportCertificatePem());
        configuration.ClientCertificateKeyData = Base64(certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        using var client = new Kubernetes(configuration);

        var namespaces = await client.CoreV1.ListNamespaceAsync();

        Assert.Equal("CN=deployer", namespaces.Metadata.ResourceVersion);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>Starts a server that answers with the subject of the client's certificate as resource version.</summary>
    private async Task<KubernetesClientConfiguration> ServeAsync(X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(
                System.Net.IPAddress.Loopback,
                0,
                listen =>
                    listen.UseHttps(https =>
                    {
                        https.ServerCertificate = certificate;
                        https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
                        https.AllowAnyClientCertificate();
                    })
            )
        );
        var server = builder.Build();
        servers.Add(server);
        server.MapGet(
            "/api/v1/namespaces",
            (HttpContext context) =>
                Results.Json(
                    new
                    {
                        kind = "NamespaceList",
                        metadata = new { resourceVersion = context.Connection.ClientCertificate?.Subject },
                    }
                )
        );
        await server.StartAsync();
        return new KubernetesClientConfiguration
        {
            Host = server.Urls.Single(),
            SslCaCerts = [X509Certificate2.CreateFromPem(authority.Pem)],
        };
    }
}
