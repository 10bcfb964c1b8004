using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api;

/// <summary>The resource that a URL names.</summary>
/// <param name="Kind">The kind of its objects.</param>
/// <param name="Namespace">The namespace; null for cluster-scoped kinds and for lists over all namespaces.</param>
/// <param name="Name">The object; null for the collection.</param>
/// <param name="Subresource"><c>status</c>, <c>scale</c>, <c>log</c>, <c>proxy</c>; null for the object itself.</param>
/// <param name="Rest">What follows the subresource.</param>
internal sealed record ResourcePath(
    ResourceKind Kind,
    string? Namespace,
    string? Name,
    string? Subresource,
    IReadOnlyList<string> Rest
)
{
    /// <summary>The path's words, those of <c>/api/v1/...</c> or <c>/apis/GROUP/VERSION/...</c>.</summary>
    /// <exception cref="RefusalException">The cluster does not serve the group, version or resource.</exception>
    public static ResourcePath Parse(string[] words)
    {
        var (group, version, rest) = words is ["api", var v, .. var core]
            ? ("", v, core)
            : (words[1], words[2], words[3..]);
        if (rest is ["namespaces", var ns, var plural, .. var below] && plural is not ("status" or "finalize"))
            return Of(Find(group, version, plural), ns, below);
        return Of(Find(group, version, rest[0]), null, rest[1..]);
    }

    private static ResourcePath Of(ResourceKind kind, string? ns, string[] below)
    {
        var name = below is [var first, ..] ? first : null;
        if (kind.Namespaced && ns is null && name is not null || !kind.Namespaced && ns is not null)
            throw Refusal.NoSuchPath($"{kind.Resource} is {(kind.Namespaced ? "" : "not ")}namespaced");
        return new ResourcePath(
            kind,
            ns,
            name,
            below is [_, var sub, ..] ? sub : null,
            below is [_, _, .. var rest] ? rest : []
        );
    }

    private static ResourceKind Find(string group, string version, string plural)
    {
        var resource = new GroupResource(group, plural);
        return KindTable.Find(resource) is { } kind && kind.Version == version
            ? kind
            : throw Refusal.NoSuchPath($"the embedded cluster has no {resource} in version {version}");
    }
}
