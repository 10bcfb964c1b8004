using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api.Handlers;

/// <summary>Forwards a request to a pod, or to a ready endpoint of a service.</summary>
internal sealed class ProxyHandler(ResourceOperations operations, IResourceStore store) : IDisposable
{
    private static readonly string[] HopHeaders =
    [
        "Connection",
        "Keep-Alive",
        "Transfer-Encoding",
        "Host",
        "Authorization",
        "Upgrade",
    ];

    private readonly HttpMessageInvoker _client = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(5),
        }
    );

    public void Dispose() => _client.Dispose();

    public async Task ForwardAsync(HttpContext context, ResourcePath path)
    {
        var target = ProxyTarget.Parse(path.Name!);
        var address = path.Kind.Resource == GroupResource.Pods ? Pod(path, target) : Service(path, target);
        using var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method),
            address + Remainder(context)
        );
        if (context.Request.ContentLength is > 0)
            request.Content = new StreamContent(context.Request.Body);
        foreach (var (name, values) in context.Request.Headers.Where(h => !HopHeaders.Contains(h.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        try
        {
            using var response = await _client.SendAsync(request, context.RequestAborted);
            await CopyAsync(response, context);
        }
        catch (HttpRequestException e)
        {
            throw Refusal.Unavailable(
                $"error trying to reach {path.Kind.Singular} {target.Name} at {address}: {e.Message}"
            );
        }
    }

    private static async Task CopyAsync(HttpResponseMessage response, HttpContext context)
    {
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (
            var (name, values) in response
                .Headers.Concat(response.Content.Headers)
                .Where(h => !HopHeaders.Contains(h.Key))
        )
            context.Response.Headers[name] = values.ToArray();
        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private string Pod(ResourcePath path, ProxyTarget target)
    {
        var pod = operations.Get(path.Kind, path.Namespace ?? "", target.Name).Content;
        var ports = pod.Items("spec", "containers").SelectMany(container => container.Items("ports")).ToList();
        var port =
            target.Port is { } named && !int.TryParse(named, out _)
                ? ports.FirstOrDefault(p => p.Text("name") == named)?.Int("containerPort")?.ToString()
                : target.Port ?? ports.FirstOrDefault()?.Int("containerPort")?.ToString();
        if (port is null)
            throw Refusal.BadRequest($"pod {target.Name} has no port {target.Port ?? "to proxy to"}");
        return pod.Text("status", "podIP") is { Length: > 0 } ip
            ? $"{target.Scheme}://{ip}:{port}"
            : throw Refusal.Unavailable($"pod {target.Name} has no address yet");
    }

    private string Service(ResourcePath path, ProxyTarget target)
    {
        var service = operations.Get(path.Kind, path.Namespace ?? "", target.Name);
        var ports = service.Content.Items("spec", "ports").ToList();
        var port = target.Port is null
            ? ports.FirstOrDefault()
            : ports.FirstOrDefault(p => p.Text("name") == target.Port || p["port"]?.ToString() == target.Port);
        if (port is null)
            throw Refusal.Unavailable($"no service port {target.Port} found for service {target.Name}");
        var name = port.Text("name") ?? "";
        var ready = store
            .List(GroupResource.EndpointSlices, service.Key.Namespace)
            .Items.Where(slice => slice.Content.Text("metadata", "labels", "kubernetes.io/service-name") == target.Name)
            .SelectMany(slice => Addresses(slice.Content, name))
            .ToList();
        return ready.Count > 0
            ? $"{target.Scheme}://{ready[Random.Shared.Next(ready.Count)]}"
            : throw Refusal.Unavailable($"no endpoints available for service \"{target.Name}\"");
    }

    private static IEnumerable<string> Addresses(JsonObject slice, string portName)
    {
        var port = slice.Items("ports").FirstOrDefault(p => (p.Text("name") ?? "") == portName)?.Int("port");
        return slice
            .Items("endpoints")
            .Where(endpoint => endpoint.At("conditions", "ready") is null || endpoint.Flag("conditions", "ready"))
            .SelectMany(endpoint => endpoint.Texts("addresses").Select(address => $"{address}:{port}"));
    }

    // The raw target, because decoding and encoding a path again is not always the identity. What is forwarded begins
    // behind /api/v1/namespaces/NAMESPACE/pods/NAME/proxy, seven words.
    private static string Remainder(HttpContext context)
    {
        var raw = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var start = 0;
        for (var words = 0; words < 7; words++)
            start = raw.AsSpan(start + 1).IndexOfAny('/', '?') is >= 0 and var next ? start + 1 + next : raw.Length;
        return start < raw.Length && raw[start] == '/' ? raw[start..] : "/" + raw[start..];
    }
}
