namespace Pipeline.Kubernetes.Access;

/// <summary>A request to the API server in the words in which a Role grants it.</summary>
/// <param name="Verb">For example <c>patch</c> or <c>list</c>.</param>
/// <param name="Resource">Resource and subresource, with the API group unless it is the core one: <c>deployments.apps/scale</c>.</param>
/// <param name="Namespace">Null for what belongs to no namespace.</param>
/// <param name="Name">Name of the object, or null for all of them.</param>
public sealed record ApiCall(string Verb, string Resource, string? Namespace, string? Name)
{
    /// <summary>Whether the answer is not the API server's but that of the pod or service behind its proxy.</summary>
    public bool IsProxied => Resource is "pods/proxy" or "services/proxy";

    /// <summary>The call that a request makes; null when its path is none of the resource API's.</summary>
    public static ApiCall? Of(HttpMethod method, Uri request)
    {
        var segments = request
            .AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(Uri.UnescapeDataString);
        // The address of the server may have a path of its own in front.
        return segments.SkipWhile(segment => segment is not ("api" or "apis")).ToArray() switch
        {
            ["api", _, .. var rest] => InGroup("", rest, method, request),
            ["apis", var group, _, .. var rest] => InGroup($".{group}", rest, method, request),
            _ => null,
        };
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Verb} {Resource}"
        + (Name is null ? "" : $" '{Name}'")
        + (Namespace is null ? " in the whole cluster" : $" in namespace {Namespace}");

    private static ApiCall? InGroup(string group, string[] path, HttpMethod method, Uri request) =>
        path switch
        {
            ["namespaces", var name] => new ApiCall(VerbOf(method, request, name), $"namespaces{group}", name, name),
            ["namespaces", var space, var resource, .. var rest] => InNamespace(
                space,
                group,
                resource,
                rest,
                method,
                request
            ),
            [var resource, .. var rest] => InNamespace(null, group, resource, rest, method, request),
            _ => null,
        };

    private static ApiCall InNamespace(
        string? space,
        string group,
        string resource,
        string[] rest,
        HttpMethod method,
        Uri request
    )
    {
        var name = rest.ElementAtOrDefault(0);
        var part = rest.ElementAtOrDefault(1);
        return new ApiCall(
            VerbOf(method, request, name),
            resource + group + (part is null ? "" : $"/{part}"),
            space,
            name
        );
    }

    private static string VerbOf(HttpMethod method, Uri request, string? name) =>
        method.Method switch
        {
            "GET" when request.Query.Contains("watch=true", StringComparison.Ordinal) => "watch",
            "GET" => name is null ? "list" : "get",
            "POST" => "create",
            "PUT" => "update",
            "DELETE" => name is null ? "deletecollection" : "delete",
            var other => other.ToLowerInvariant(),
        };
}
