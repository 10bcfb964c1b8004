using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Octokit;

/// <summary>Sends requests, follows pages, and turns refusals into exceptions.</summary>
internal sealed class RestClient(Uri baseAddress, ProductHeaderValue product)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(100) };

    public Credentials Credentials { get; set; }

    public static string Repository(string owner, string name) =>
        $"repos/{Uri.EscapeDataString(owner)}/{Uri.EscapeDataString(name)}";

    public async Task<T> GetAsync<T>(string path)
    {
        var (body, _) = await ExchangeAsync(HttpMethod.Get, path, null, CancellationToken.None).ConfigureAwait(false);
        return JsonSerializer.Deserialize<T>(body, GitHubJson.Options);
    }

    public async Task<IReadOnlyList<T>> GetAllAsync<T>(string path, ApiOptions options)
    {
        var all = new List<T>();
        var next = options.PageSize is { } size ? $"{path}?per_page={size}" : path;
        for (var page = 0; next is not null && page < (options.PageCount ?? int.MaxValue); page++)
        {
            var (body, following) = await ExchangeAsync(HttpMethod.Get, next, null, CancellationToken.None)
                .ConfigureAwait(false);
            all.AddRange(JsonSerializer.Deserialize<List<T>>(body, GitHubJson.Options));
            next = following;
        }

        return all;
    }

    public Task<T> SendAsync<T>(HttpMethod method, string path, object body) =>
        SendAsync<T>(
            method,
            path,
            new StringContent(JsonSerializer.Serialize(body, GitHubJson.Options), Encoding.UTF8, "application/json"),
            CancellationToken.None
        );

    public async Task<T> SendAsync<T>(
        HttpMethod method,
        string path,
        HttpContent content,
        CancellationToken cancellationToken
    )
    {
        var (body, _) = await ExchangeAsync(method, path, content, cancellationToken).ConfigureAwait(false);
        return JsonSerializer.Deserialize<T>(body, GitHubJson.Options);
    }

    public Task DeleteAsync(string path) => ExchangeAsync(HttpMethod.Delete, path, null, CancellationToken.None);

    private async Task<(string Body, string Next)> ExchangeAsync(
        HttpMethod method,
        string path,
        HttpContent content,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(baseAddress, path)) { Content = content };
        request.Headers.UserAgent.ParseAdd(product.ToString());
        request.Headers.Accept.ParseAdd("application/vnd.github.v3+json");
        if (Credentials is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Token", Credentials.Password);
        using var response = await Http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return response.IsSuccessStatusCode
            ? (body, NextPage(response))
            : throw Refusal.Of(new Response(response, body));
    }

    // <https://…?page=2>; rel="next", <…>; rel="last"  (RFC 8288)
    private static string NextPage(HttpResponseMessage response) =>
        (response.Headers.TryGetValues("Link", out var links) ? string.Join(',', links) : "")
            .Split(',')
            .Where(link => link.Contains("rel=\"next\"", StringComparison.Ordinal))
            .Select(link => link.Split('<', '>')[1])
            .FirstOrDefault();
}
