using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Exposition;

namespace Pipeline.Kubernetes.Metrics.Prometheus;

/// <summary>Reads the answers of Prometheus' HTTP API (https://prometheus.io/docs/prometheus/latest/querying/api/).</summary>
internal static class PrometheusJson
{
    private const int ExcerptLength = 80;

    /// <summary>Reads an answer, whatever it is.</summary>
    public static PrometheusAnswer Read(HttpStatusCode status, string? mediaType, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.GetProperty("status").GetString() switch
            {
                "success" => ReadResult(json.RootElement),
                "error" => Refused(status, json.RootElement),
                var other => Malformed($"expected status success or error, found '{other}'"),
            };
        }
        // A proxy answers for a server that is away, in HTML or in JSON of its own.
        catch (Exception) when (status >= HttpStatusCode.BadRequest)
        {
            return new PrometheusAnswer.Nothing(NoDataCause.Unreachable, $"Prometheus answered {(int)status}");
        }
        catch (JsonException)
        {
            return Malformed($"expected JSON, found {mediaType ?? "no media type"}: '{Excerpt(text)}'");
        }
        catch (Exception unlike)
            when (unlike is InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            return Malformed($"expected the form of its documentation, found '{Excerpt(text)}'");
        }
    }

    private static PrometheusAnswer ReadResult(JsonElement root)
    {
        var data = root.GetProperty("data");
        var result = data.GetProperty("result");
        ImmutableArray<string> remarks = [.. Texts(root, "warnings"), .. Texts(root, "infos")];
        return data.GetProperty("resultType").GetString() switch
        {
            "vector" => new PrometheusAnswer.Series(
                [.. result.EnumerateArray().Select(series => ReadSeries(series, [series.GetProperty("value")]))],
                remarks
            ),
            "matrix" => new PrometheusAnswer.Series(
                [
                    .. result
                        .EnumerateArray()
                        .Select(series => ReadSeries(series, series.GetProperty("values").EnumerateArray())),
                ],
                remarks
            ),
            "scalar" => new PrometheusAnswer.Series([ReadSeries(default, [result])], remarks),
            var other => Malformed($"expected numbers, found a {other}"),
        };
    }

    private static PrometheusSeries ReadSeries(JsonElement series, IEnumerable<JsonElement> points)
    {
        var labels = series.ValueKind == JsonValueKind.Undefined ? [] : series.GetProperty("metric").EnumerateObject();
        var all = labels.ToImmutableSortedDictionary(
            label => label.Name,
            label => label.Value.GetString()!,
            StringComparer.Ordinal
        );
        return new PrometheusSeries(
            new SeriesId(all.GetValueOrDefault("__name__", ""), all.Remove("__name__")),
            [.. points.Select(ReadPoint)]
        );
    }

    private static PrometheusPoint ReadPoint(JsonElement point) =>
        new(
            DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(point[0].GetDouble() * 1000)),
            point[1].GetString() ?? throw new FormatException("a value is null")
        );

    private static PrometheusAnswer.Nothing Refused(HttpStatusCode status, JsonElement root)
    {
        var cause = status is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError
            ? "Prometheus refused the query"
            : "Prometheus failed";
        return new PrometheusAnswer.Nothing(
            NoDataCause.Unreachable,
            $"{cause}: {root.GetProperty("errorType").GetString()}: {root.GetProperty("error").GetString()}"
        );
    }

    private static IEnumerable<string> Texts(JsonElement root, string name) =>
        root.TryGetProperty(name, out var texts) ? texts.EnumerateArray().Select(text => text.ToString()) : [];

    private static PrometheusAnswer.Nothing Malformed(string trouble) =>
        new(NoDataCause.Malformed, $"Prometheus' answer cannot be read: {trouble}");

    private static string Excerpt(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= ExcerptLength ? line : line[..ExcerptLength] + "…";
    }
}
