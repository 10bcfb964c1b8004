using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Tests.Cluster;

/// <summary>Raw requests to a cluster, as its administrator, trusting its CA only.</summary>
public sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    public ApiClient(ClusterProcess cluster)
        : this(cluster.Api, File.ReadAllText(Path.Combine(cluster.Root, "pki", "ca.crt")))
    {
        Token = File.ReadAllText(Path.Combine(cluster.Root, "pki", "token"));
    }

    private ApiClient(Uri api, string authority)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { X509Certificate2.CreateFromPem(authority) },
        };
        _http = new HttpClient(handler) { BaseAddress = api };
    }

    /// <summary>The bearer token of requests; null for none.</summary>
    public string? Token { get; set; }

    public Task<ApiAnswer> GetAsync(string path, string accept = "application/json") =>
        SendAsync(HttpMethod.Get, path, null, "", accept);

    public Task<ApiAnswer> PostAsync(string path, string body) =>
        SendAsync(HttpMethod.Post, path, body, "application/json");

    public Task<ApiAnswer> PutAsync(string path, string body) =>
        SendAsync(HttpMethod.Put, path, body, "application/json");

    public Task<ApiAnswer> DeleteAsync(string path, string? body = null) =>
        SendAsync(HttpMethod.Delete, path, body, "application/json");

    public Task<ApiAnswer> PatchAsync(string path, string type, string body) =>
        SendAsync(HttpMethod.Patch, path, body, $"application/{type}");

    /// <summary>The lines of a stream as they come.</summary>
    public async IAsyncEnumerable<JsonNode> WatchAsync(string path, string accept = "application/json")
    {
        using var request = Request(HttpMethod.Get, path, null, "", accept);
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        while (await reader.ReadLineAsync() is { } line)
            yield return JsonNode.Parse(line)!;
    }

    public void Dispose() => _http.Dispose();

    public async Task<ApiAnswer> SendAsync(
        HttpMethod method,
        string path,
        string? body,
        string type,
        string accept = "application/json"
    )
    {
        using var request = Request(method, path, body, type, accept);
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var json = response.Content.Headers.ContentType?.MediaType == "application/json" ? JsonNode.Parse(text) : null;
        var warnings = response.Headers.TryGetValues("Warning", out var values) ? string.Join("\n", values) : "";
        return new ApiAnswer((int)response.StatusCode, text, json, warnings);
    }

    private HttpRequestMessage Request(HttpMethod method, string path, string? body, string type, string accept)
    {
        var request = new HttpRequestMessage(method, path) { Version = HttpVersion.Version20 };
        if (Token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.TryAddWithoutValidation("User-Agent", "api-tests/1.0");
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(type));
        return request;
    }
}
