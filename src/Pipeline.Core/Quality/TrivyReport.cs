using System.Collections.Immutable;
using System.Text.Json;

namespace Pipeline.Core.Quality;

/// <summary>What Trivy's JSON report says: schema version 2 of <c>pkg/types/report.go</c> in aquasecurity/trivy.</summary>
public sealed record TrivyReport
{
    private const int SchemaVersion = 2;

    private static readonly ImmutableArray<string> Severities = ["CRITICAL", "HIGH", "MEDIUM", "LOW", "UNKNOWN"];

    /// <summary>Vulnerabilities, failed checks of the configuration, secrets and licences, worst first.</summary>
    public required ImmutableArray<ScanFinding> Findings { get; init; }

    /// <summary>How many findings there are of each severity that occurs, worst first.</summary>
    public IEnumerable<KeyValuePair<string, int>> Counts =>
        Findings.GroupBy(finding => finding.Severity).Select(group => KeyValuePair.Create(group.Key, group.Count()));

    /// <summary>Reads a report. Nearly every field may be missing in one, of a clean image even the list of results.</summary>
    /// <exception cref="FormatException">It is not JSON, or not of schema version 2.</exception>
    public static TrivyReport Parse(string json)
    {
        using var document = Read(json);
        var report = document.RootElement;
        if (!report.TryGetProperty("SchemaVersion", out var version) || version.GetRawText() != $"{SchemaVersion}")
        {
            var found = version.ValueKind == JsonValueKind.Undefined ? "none" : version.GetRawText();
            throw new FormatException(
                $"expected a Trivy report of SchemaVersion {SchemaVersion}, found {found}; scan with a supported version of Trivy"
            );
        }

        return new TrivyReport
        {
            Findings = [.. Items(report, "Results").SelectMany(FindingsOf).OrderBy(finding => Rank(finding.Severity))],
        };
    }

    private static JsonDocument Read(string json)
    {
        try
        {
            var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document
                : throw new FormatException($"expected a Trivy report, found {document.RootElement.ValueKind}");
        }
        catch (JsonException problem)
        {
            throw new FormatException($"expected a Trivy report in JSON: {problem.Message}", problem);
        }
    }

    // What was left out by an ignore file or a VEX document stands in ExperimentalModifiedFindings, and is no finding.
    private static IEnumerable<ScanFinding> FindingsOf(JsonElement result)
    {
        var target = Text(result, "Target");
        foreach (var found in Items(result, "Vulnerabilities"))
            yield return new(
                Id(found, "VulnerabilityID"),
                Severity(found),
                $"{Text(found, "PkgName")} {Text(found, "InstalledVersion")}".Trim(),
                Text(found, "FixedVersion"),
                FindingKind.Vulnerability,
                Text(found, "PkgPath") ?? target
            );

        foreach (var found in Items(result, "Misconfigurations").Where(found => Text(found, "Status") == "FAIL"))
            yield return Located(FindingKind.Misconfiguration, "ID", found, target);

        foreach (var found in Items(result, "Secrets"))
            yield return Located(FindingKind.Secret, "RuleID", found, target);

        foreach (var found in Items(result, "Licenses"))
            yield return new(
                Id(found, "Name"),
                Severity(found),
                Text(found, "PkgName") ?? Text(found, "FilePath") ?? target ?? "",
                FixedIn: null,
                FindingKind.License,
                target
            );
    }

    private static ScanFinding Located(FindingKind kind, string id, JsonElement found, string? target)
    {
        var line = found.TryGetProperty("StartLine", out var start) ? start : CauseLine(found);
        var place =
            line is { ValueKind: JsonValueKind.Number } number && number.GetRawText() != "0" ? $":{number}" : "";
        return new(Id(found, id), Severity(found), target + place, FixedIn: null, kind, target);
    }

    private static JsonElement? CauseLine(JsonElement found) =>
        found.TryGetProperty("CauseMetadata", out var cause)
        && cause.ValueKind == JsonValueKind.Object
        && cause.TryGetProperty("StartLine", out var line)
            ? line
            : null;

    private static string Id(JsonElement found, string name) => Text(found, name) ?? "UNKNOWN";

    private static string Severity(JsonElement found) =>
        Text(found, "Severity") is { } severity && Severities.Contains(severity) ? severity : Severities[^1];

    private static int Rank(string severity) => Severities.IndexOf(severity);

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray()
            : [];

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() is { Length: > 0 } text
                ? text
                : null
            : null;
}
