using System.Globalization;
using System.Text;
using Pipeline.Components.Hosts.Diagnostics;
using Pipeline.Core.Quality;

namespace Pipeline.Components.Hosts.Summaries;

/// <summary>The page of a run in GitHub's Markdown, which Azure shows as well.</summary>
public static class SummaryMarkdown
{
    /// <summary>What GitHub takes of one step, in bytes; it drops a summary that is longer.</summary>
    public const int Limit = 1024 * 1024;

    private const string Cut = "\n… cut: the rest is in the log\n";

    /// <summary>The page.</summary>
    /// <param name="run">What it is about.</param>
    /// <param name="limit">The most bytes of UTF-8 that it may have.</param>
    public static string Of(RunSummary run, int limit = Limit)
    {
        var page = new StringBuilder($"## {(run.IsSuccess ? "Build succeeded" : "Build failed")}\n\n");
        page.Append("| Target | Status | Duration | |\n|---|---|---:|---|\n");
        foreach (var target in run.Targets)
            page.Append(Row(target));
        Append(page, "Errors", run.Diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error));
        Append(page, "Warnings", run.Diagnostics.Where(item => item.Severity == DiagnosticSeverity.Warning));
        return Within(page.ToString(), limit);
    }

    private static string Row(TargetOutcome target)
    {
        var remarks = target.Remarks.Select(remark => $"{remark.Key}: {remark.Value}");
        var duration = target.Duration is { } time
            ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s")
            : "";
        return $"| {target.Name} | {Sign(target.Status)}{target.Status} | {duration} | {Escape(string.Join("; ", remarks))} |\n";
    }

    private static string Sign(string status) =>
        status switch
        {
            "Succeeded" => "✅ ",
            "Failed" or "Aborted" => "❌ ",
            "NotRun" => "⚠️ ",
            _ => "",
        };

    private static void Append(StringBuilder page, string heading, IEnumerable<Diagnostic> diagnostics)
    {
        var lines = diagnostics.Select(Line).Distinct().ToList();
        if (lines.Count == 0)
            return;
        page.Append(CultureInfo.InvariantCulture, $"\n### {heading} ({lines.Count})\n\n");
        lines.ForEach(line => page.Append(line));
    }

    private static string Line(Diagnostic item)
    {
        var place = item.At is { } at ? $"`{PlaceOf(at)}` " : "";
        var code = item.Code is { } name ? $"**{Escape(name)}** " : "";
        return $"- {place}{code}{Escape(item.Message)}\n";
    }

    private static string PlaceOf(SourceLocation at) =>
        string.Join(
            ':',
            new[] { at.File.Replace('`', '\''), $"{at.Line}", $"{at.Column}" }.Where(part => part.Length > 0)
        );

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\")
            .Replace("&", "&amp;")
            .Replace("<", "&lt;")
            .Replace("|", "\\|")
            .Replace("`", "\\`")
            .Replace("*", "\\*")
            .Replace("_", "\\_")
            .Replace("[", "\\[")
            .ReplaceLineEndings("<br>");

    // Whole lines alone: half a table row would not be shown as one.
    private static string Within(string page, int limit)
    {
        if (Encoding.UTF8.GetByteCount(page) <= limit)
            return page;

        var (length, left) = (0, limit - Encoding.UTF8.GetByteCount(Cut));
        foreach (var line in page.AsSpan().EnumerateLines())
        {
            left -= Encoding.UTF8.GetByteCount(line) + 1;
            if (left < 0)
                break;
            length += line.Length + 1;
        }

        return page[..length] + Cut;
    }
}
