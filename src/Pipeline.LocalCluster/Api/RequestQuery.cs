using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Selection;

namespace Pipeline.LocalCluster.Api;

/// <summary>The query parameters that resource requests share.</summary>
internal static class RequestQuery
{
    /// <summary>What <c>labelSelector</c> and <c>fieldSelector</c> select.</summary>
    /// <exception cref="RefusalException">A selector is not understood.</exception>
    public static ObjectSelector Selector(HttpRequest request, ResourceKind kind)
    {
        try
        {
            var labels = Text(request, "labelSelector") is { } label
                ? LabelSelectorParser.Parse(label)
                : LabelSelector.Everything;
            var fields = Text(request, "fieldSelector") is { } field
                ? FieldSelector.Parse(field, kind)
                : FieldSelector.Everything;
            return new ObjectSelector(labels, fields);
        }
        catch (FormatException e)
        {
            throw Refusal.BadRequest(e.Message);
        }
    }

    /// <summary>How a write is to be done.</summary>
    /// <exception cref="RefusalException">A parameter has a value that is not known.</exception>
    public static WriteOptions Write(HttpRequest request, WriteScope scope)
    {
        var validation = FieldValidation.Warn;
        if (Text(request, "fieldValidation") is { } asked && !Enum.TryParse(asked, out validation))
            throw Refusal.BadRequest($"fieldValidation: expected Ignore, Warn or Strict, found {asked}");
        return new WriteOptions(Text(request, "fieldManager") ?? Manager(request))
        {
            DryRun = DryRun(request),
            FieldValidation = validation,
            Scope = scope,
        };
    }

    public static bool DryRun(HttpRequest request) =>
        Text(request, "dryRun") switch
        {
            null => false,
            "All" => true,
            var other => throw Refusal.BadRequest($"dryRun: expected All, found {other}"),
        };

    public static string? Text(HttpRequest request, string name) =>
        request.Query[name] is [{ Length: > 0 } value, ..] ? value : null;

    public static int? Number(HttpRequest request, string name)
    {
        if (Text(request, name) is not { } text)
            return null;
        return int.TryParse(text, out var number)
            ? number
            : throw Refusal.BadRequest($"{name}: expected a number, found {text}");
    }

    public static bool Flag(HttpRequest request, string name) => Text(request, name) is "true" or "1";

    // Without a field manager, Kubernetes takes the client program's name.
    private static string Manager(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        var name = agent.Split('/', ' ')[0];
        return name.Length == 0 ? "unknown" : name;
    }
}
