using Pipeline.LocalCluster.Resources;

namespace Pipeline.LocalCluster.Api.Handlers;

/// <summary>The name in a proxy URL: <c>[http:|https:]NAME[:PORT]</c>.</summary>
internal sealed record ProxyTarget(string Scheme, string Name, string? Port)
{
    /// <exception cref="RefusalException">The name is not of that form.</exception>
    public static ProxyTarget Parse(string text) =>
        text.Split(':') switch
        {
            [var name] => new ProxyTarget("http", name, null),
            [var name, var port] => new ProxyTarget("http", name, port),
            ["", var name, var port] => new ProxyTarget("http", name, port.Length == 0 ? null : port),
            [var scheme and ("http" or "https"), var name, var port] => new ProxyTarget(
                scheme,
                name,
                port.Length == 0 ? null : port
            ),
            _ => throw Refusal.BadRequest(
                $"invalid proxy request \"{text}\": expected NAME, NAME:PORT or SCHEME:NAME:PORT"
            ),
        };
}
