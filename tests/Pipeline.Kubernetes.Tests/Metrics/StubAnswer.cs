using System.Net;

namespace Pipeline.Kubernetes.Tests.Metrics;

/// <summary>What a stub answers.</summary>
internal sealed record StubAnswer(HttpStatusCode Status, string Body, string MediaType = "application/json")
{
    public string? RetryAfter { get; init; }

    public static StubAnswer Json(string body) => new(HttpStatusCode.OK, body);

    /// <summary>An instant vector whose series have the given labels and values at a time in seconds.</summary>
    public static StubAnswer Vector(double at, params (string Labels, string Value)[] series)
    {
        var all = series.Select(one => $$$"""{"metric":{{{{one.Labels}}}},"value":[{{{at}}},"{{{one.Value}}}"]}""");
        return Json(
            $$$"""{"status":"success","data":{"resultType":"vector","result":[{{{string.Join(",", all)}}}]}}"""
        );
    }
}
