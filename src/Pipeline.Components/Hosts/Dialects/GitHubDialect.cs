using System.Globalization;
using Pipeline.Components.Hosts.Diagnostics;

namespace Pipeline.Components.Hosts.Dialects;

/// <summary>The workflow commands of GitHub Actions (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).</summary>
public sealed class GitHubDialect : HostDialect
{
    /// <inheritdoc/>
    public override IEnumerable<string> Mask(string text) => [Command("add-mask", [], text)];

    /// <inheritdoc/>
    public override string Annotate(Diagnostic diagnostic) =>
        Command(
            diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning",
            [
                ("file", diagnostic.At?.File),
                ("line", Text(diagnostic.At?.Line)),
                ("col", Text(diagnostic.At?.Column)),
                ("title", diagnostic.Code),
            ],
            diagnostic.Message
        );

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Command(string name, IEnumerable<(string Name, string? Value)> properties, string data)
    {
        var list = string.Join(
            ',',
            properties
                .Where(property => property.Value is not null)
                .Select(property => $"{property.Name}={EscapeProperty(property.Value!)}")
        );
        return $"::{name}{(list.Length == 0 ? "" : " ")}{list}::{EscapeData(data)}";
    }

    private static string EscapeData(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string EscapeProperty(string text) => EscapeData(text).Replace(":", "%3A").Replace(",", "%2C");
}
