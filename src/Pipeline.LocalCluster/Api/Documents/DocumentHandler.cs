using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Resources;

namespace Pipeline.LocalCluster.Api.Documents;

/// <summary>Answers requests about the API itself: health, version, discovery, OpenAPI.</summary>
internal sealed class DocumentHandler
{
    public Task HandleAsync(HttpContext context, string[] words)
    {
        if (context.Request.Method is not ("GET" or "HEAD"))
            throw Refusal.MethodNotAllowed(context.Request.Method, context.Request.Path);
        return words switch
        {
            ["healthz" or "livez" or "readyz", ..] => Respond.TextAsync(context, "ok"),
            ["openapi", "v2"] => OpenApiV2.RespondAsync(context),
            _ => Respond.JsonAsync(context, Find(words) ?? throw Refusal.NoSuchPath(context.Request.Path)),
        };
    }

    private static JsonNode? Find(string[] words) =>
        words switch
        {
            [] => Discovery.Paths(),
            ["version"] => Discovery.Version(),
            ["api"] => Discovery.CoreVersions(),
            ["api", var version] => Discovery.Resources("", version),
            ["apis"] => Discovery.Groups(),
            ["apis", var group] => Discovery.Group(group),
            ["apis", var group, var version] => Discovery.Resources(group, version),
            ["openapi", "v3"] => OpenApiV3.Index(),
            ["openapi", "v3", "api", var version] => OpenApiV3.Of("", version),
            ["openapi", "v3", "apis", var group, var version] => OpenApiV3.Of(group, version),
            _ => null,
        };

    /// <summary>The groups and versions that are served, core first.</summary>
    internal static IEnumerable<(string Group, string Version)> GroupVersions { get; } =
        KindTable.All.Select(kind => (kind.Group, kind.Version)).Distinct().ToList();
}
