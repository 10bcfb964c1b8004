using System.Globalization;
using Pipeline.Components.Hosts.Diagnostics;

namespace Pipeline.Components.Hosts.Dialects;

/// <summary>The logging commands of Azure Pipelines (https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands).</summary>
public sealed class AzureDialect : HostDialect
{
    /// <inheritdoc/>
    public override IEnumerable<string> Mask(string text) => [Command("task.setsecret", [], text)];

    /// <inheritdoc/>
    public override string Annotate(Diagnostic diagnostic) =>
        Command(
            "task.logissue",
            [
                ("type", diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning"),
                ("sourcepath", diagnostic.At?.File),
                ("linenumber", Text(diagnostic.At?.Line)),
                ("columnnumber", Text(diagnostic.At?.Column)),
                ("code", diagnostic.Code),
            ],
            diagnostic.Message
        );

    /// <inheritdoc/>
    public override string Progress(int done, int all, string running) =>
        Command("task.setprogress", [("value", Text(all == 0 ? 0 : 100 * done / all))], running);

    /// <inheritdoc/>
    public override string SetOutput(string name, string value) =>
        Command("task.setvariable", [("variable", name), ("isOutput", "true")], value);

    /// <inheritdoc/>
    public override string UploadSummary(string file) => Command("task.uploadsummary", [], file);

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Command(string name, IEnumerable<(string Name, string? Value)> properties, string data)
    {
        var list = string.Concat(
            properties
                .Where(property => property.Value is not null)
                .Select(property => $"{property.Name}={EscapeProperty(property.Value!)};")
        );
        return $"##vso[{name}{(list.Length == 0 ? "" : " ")}{list}]{EscapeData(data)}";
    }

    // Agents decode %AZP25 as the percent sign, so that an escape in the text itself stays what it is.
    private static string EscapeData(string text) =>
        text.Replace("%", "%AZP25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string EscapeProperty(string text) => EscapeData(text).Replace(";", "%3B").Replace("]", "%5D");
}
