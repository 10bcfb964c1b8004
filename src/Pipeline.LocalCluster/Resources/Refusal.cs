using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Rules;

namespace Pipeline.LocalCluster.Resources;

/// <summary>The refusals of the API, worded as Kubernetes words them, because clients match on some.</summary>
public static class Refusal
{
    private const string Modified =
        "the object has been modified; please apply your changes to the latest version and try again";

    public static RefusalException NotFound(ResourceKind kind, string name) =>
        new(404, "NotFound", $"{kind.Resource} \"{name}\" not found", Details(kind, name));

    public static RefusalException NoSuchPath(string what) =>
        new(404, "NotFound", $"the server could not find the requested resource: {what}");

    public static RefusalException AlreadyExists(ResourceKind kind, string name) =>
        new(409, "AlreadyExists", $"{kind.Resource} \"{name}\" already exists", Details(kind, name));

    public static RefusalException Conflict(ResourceKind kind, string name, string why = Modified) =>
        new(
            409,
            "Conflict",
            $"Operation cannot be fulfilled on {kind.Resource} \"{name}\": {why}",
            Details(kind, name)
        );

    /// <summary>Server-side apply met fields that others own.</summary>
    /// <param name="conflicts">The other managers, each as it is to be named, and the field.</param>
    public static RefusalException ApplyConflict(IReadOnlyList<(string Manager, string Field)> conflicts)
    {
        var causes = conflicts.Select(c => new JsonObject
        {
            ["reason"] = "FieldManagerConflict",
            ["message"] = $"conflict with {c.Manager}",
            ["field"] = c.Field,
        });
        var byManager = conflicts
            .GroupBy(c => c.Manager, c => $"\n- {c.Field}")
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"conflicts with {group.Key}:{string.Concat(group)}");
        return new RefusalException(
            409,
            "Conflict",
            conflicts is [var only]
                ? $"Apply failed with 1 conflict: conflict with {only.Manager}: {only.Field}"
                : $"Apply failed with {conflicts.Count} conflicts: {string.Join("\n", byManager)}",
            new JsonObject { ["causes"] = new JsonArray([.. causes]) }
        );
    }

    public static RefusalException Invalid(ResourceKind kind, string name, IReadOnlyList<FieldProblem> problems)
    {
        var sentences = problems.Select(problem => problem.ToString());
        var list = problems.Count == 1 ? sentences.Single() : $"[{string.Join(", ", sentences)}]";
        var qualified = kind.Group.Length == 0 ? kind.Kind : $"{kind.Kind}.{kind.Group}";
        var details = Details(kind, name);
        details["kind"] = kind.Kind;
        details["causes"] = new JsonArray([.. problems.Select(problem => problem.ToCause())]);
        return new RefusalException(422, "Invalid", $"{qualified} \"{name}\" is invalid: {list}", details);
    }

    /// <summary>A patch that cannot be applied to the object as it is, among them a failed JSON patch <c>test</c>.</summary>
    public static RefusalException InvalidPatch(string why) =>
        new(422, "Invalid", $"the server rejected our request due to an error in our request: {why}");

    public static RefusalException BadRequest(string why) => new(400, "BadRequest", why);

    public static RefusalException Unauthorized() => new(401, "Unauthorized", "Unauthorized");

    public static RefusalException Forbidden(ResourceKind kind, string name, string why) =>
        new(403, "Forbidden", $"{kind.Resource} \"{name}\" is forbidden: {why}", Details(kind, name));

    public static RefusalException MethodNotAllowed(string method, string what) =>
        new(405, "MethodNotAllowed", $"the server does not allow {method} on {what}");

    public static RefusalException NotAcceptable(string accepted) =>
        new(406, "NotAcceptable", $"only the following media types are accepted: {accepted}");

    public static RefusalException UnsupportedMediaType(string found, string accepted) =>
        new(
            415,
            "UnsupportedMediaType",
            $"the body of the request was in an unknown format - accepted media types include: {accepted}; found: {found}"
        );

    public static RefusalException TooLarge(long limit) =>
        new(413, "RequestEntityTooLarge", $"the request is larger than the limit of {limit} bytes");

    public static RefusalException Expired(string why) => new(410, "Expired", why);

    public static RefusalException InsufficientStorage(string why) => new(507, "InsufficientStorage", why);

    public static RefusalException Unavailable(string why) => new(503, "ServiceUnavailable", why);

    public static RefusalException InternalError(string why) =>
        new(500, "InternalError", $"Internal error occurred: {why}");

    private static JsonObject Details(ResourceKind kind, string name) =>
        new()
        {
            ["name"] = name,
            ["group"] = kind.Group,
            ["kind"] = kind.Plural,
        };
}
