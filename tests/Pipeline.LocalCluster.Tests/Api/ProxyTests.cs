using System.Net;
using System.Net.Sockets;
using Pipeline.LocalCluster.Storage;
using Pipeline.LocalCluster.Tests.Cluster;

namespace Pipeline.LocalCluster.Tests.Api;

[Collection(SharedCluster.Collection)]
public sealed class ProxyTests(SharedCluster cluster)
{
    private readonly ApiClient _api = cluster.Api;

    [Fact]
    public async Task Requests_reach_the_ready_endpoints_of_a_service()
    {
        using var origin = new Origin();
        var ns = await cluster.NamespaceAsync();
        await _api.PostAsync(
            $"/api/v1/namespaces/{ns}/services",
            """{"metadata":{"name":"web"},"spec":{"ports":[{"name":"http","port":80}]}}"""
        );
        await _api.PostAsync(
            $"/apis/discovery.k8s.io/v1/namespaces/{ns}/endpointslices",
            $$$"""{"metadata":{"name":"web-1","labels":{"kubernetes.io/service-name":"web"}},"addressType":"IPv4","ports":[{"name":"http","port":{{{origin.Port}}}}],"endpoints":[{"addresses":["127.0.0.1"],"conditions":{"ready":true}},{"addresses":["127.0.0.9"],"conditions":{"ready":false}}]}"""
        );

        var byName = await _api.GetAsync($"/api/v1/namespaces/{ns}/services/web:http/proxy/users/a%2Fb?page=2");
        var byNumber = await _api.GetAsync($"/api/v1/namespaces/{ns}/services/http:web:80/proxy/");
        var byDefault = await _api.GetAsync($"/api/v1/namespaces/{ns}/services/web/proxy");
        var wrong = await _api.GetAsync($"/api/v1/namespaces/{ns}/services/web:admin/proxy/");

        Assert.Equal("GET /users/a%2Fb?page=2", byName.Text);
        Assert.Equal("GET /", byNumber.Text);
        Assert.Equal("GET /", byDefault.Text);
        Assert.Equal(503, wrong.Code);
    }

    [Fact]
    public async Task A_service_without_ready_endpoints_is_unavailable()
    {
        var ns = await cluster.NamespaceAsync();
        await _api.PostAsync(
            $"/api/v1/namespaces/{ns}/services",
            """{"metadata":{"name":"web"},"spec":{"ports":[{"port":80}]}}"""
        );

        var answer = await _api.GetAsync($"/api/v1/namespaces/{ns}/services/web/proxy/");

        Assert.Equal((503, "ServiceUnavailable"), (answer.Code, answer.Json.Text("reason")));
        Assert.Equal("no endpoints available for service \"web\"", answer.Json.Text("message"));
    }

    [Theory]
    [InlineData("ftp:web:80")]
    [InlineData("a:b:c:d")]
    public async Task A_name_that_is_no_target_is_refused(string name)
    {
        var ns = await cluster.NamespaceAsync();

        Assert.Equal(400, (await _api.GetAsync($"/api/v1/namespaces/{ns}/services/{name}/proxy/")).Code);
    }

    /// <summary>Answers every request with its own first line.</summary>
    private sealed class Origin : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public Origin()
        {
            _listener.Start();
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
            _ = ServeAsync();
        }

        public int Port { get; }

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    using var reader = new StreamReader(client.GetStream());
                    var line = (await reader.ReadLineAsync())!.Replace(" HTTP/1.1", "", StringComparison.Ordinal);
                    while (await reader.ReadLineAsync() is { Length: > 0 }) { }
                    await using var writer = new StreamWriter(client.GetStream());
                    await writer.WriteAsync(
                        $"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {line.Length}\r\n\r\n{line}"
                    );
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }
    }
}
