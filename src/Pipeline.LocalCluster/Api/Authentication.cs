using Pipeline.LocalCluster.Hosting;
using Pipeline.LocalCluster.Hosting.Identity;
using Pipeline.LocalCluster.Resources;

namespace Pipeline.LocalCluster.Api;

/// <summary>Admits requests with a bearer token of this cluster; whoever has one may do everything.</summary>
internal sealed class Authentication(ClusterTokens tokens)
{
    private const string Scheme = "Bearer ";

    /// <exception cref="RefusalException">401: there is no token, or it is not one of ours.</exception>
    public void Require(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || !tokens.IsValid(header[Scheme.Length..]))
            throw Refusal.Unauthorized();
    }
}
