using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Clones;

namespace EndToEnd.Tests.Clusters;

/// <summary>What a clone's running cluster shows to others: its API, through the kubeconfig, and its gateway.</summary>
internal sealed class ClusterView : IDisposable
{
    private readonly HttpClient api;
    private readonly HttpClient gateway;

    public ClusterView(FreshClone clone)
    {
        var kubeconfig = File.ReadAllLines(clone[".nuke/temp/cluster/kubeconfig"]);
        var authority = Encoding.UTF8.GetString(
            Convert.FromBase64String(Value(kubeconfig, "certificate-authority-data"))
        );
        var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { X509Certificate2.CreateFromPem(authority) },
        };
        api = new HttpClient(handler) { BaseAddress = new Uri(Value(kubeconfig, "server")) };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Value(kubeconfig, "token"));

        var process = JsonNode.Parse(File.ReadAllText(clone[".nuke/temp/cluster/pid"]))!;
        ProcessId = (int)process["pid"]!;
        gateway = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{process["gatewayPort"]}") };
    }

    /// <summary>The cluster's process.</summary>
    public int ProcessId { get; }

    /// <summary>The weights of a route's backends by name.</summary>
    public async Task<IReadOnlyDictionary<string, int>> WeightsAsync(string environment)
    {
        var path = $"/apis/gateway.networking.k8s.io/v1/namespaces/{environment}/httproutes/user-service";
        var route = JsonNode.Parse(await api.GetStringAsync(path))!;
        return route["spec"]!["rules"]![0]!["backendRefs"]!
            .AsArray()
            .ToDictionary(backend => (string)backend!["name"]!, backend => (int)backend!["weight"]!);
    }

    /// <summary>Status codes of a number of requests to an environment, one after the other.</summary>
    public async Task<IReadOnlyList<int>> RequestAsync(string environment, int requests)
    {
        var codes = new List<int>();
        while (codes.Count < requests)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/users");
            request.Headers.Host = $"user-service.{environment}.localhost";
            using var response = await gateway.SendAsync(request);
            codes.Add((int)response.StatusCode);
        }

        return codes;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        api.Dispose();
        gateway.Dispose();
    }

    private static string Value(IEnumerable<string> kubeconfig, string key) =>
        kubeconfig
            .Select(line => line.Trim().Split(": ", 2))
            .First(pair => pair[0].TrimStart('-', ' ') == key)[1]
            .Trim('"');
}
