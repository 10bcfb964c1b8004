using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;

namespace Pipeline.Core.Analysis.Backtesting;

/// <summary>A backtest as one HTML file that needs nothing else.</summary>
public static class BacktestPage
{
    private const string Style = """
        body { font: 14px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; color: #1c1c1c; background: #fff }
        table { border-collapse: collapse; width: 100% }
        th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #ddd; vertical-align: top }
        svg { width: 100%; font-size: 11px; fill: #444 }
        path { fill: none; stroke-width: 1.5 } .canary { stroke: #c2410c } .stable { stroke: #1d4ed8 }
        .grid { stroke: #e5e5e5 } line.RolledBack { stroke: #b91c1c; stroke-dasharray: 4 3 } line.Promoted { stroke: #15803d; stroke-dasharray: 4 3 }
        """;

    /// <summary>Writes the page.</summary>
    /// <param name="origin">Where the history came from.</param>
    /// <param name="history">The history.</param>
    /// <param name="decisions">What each judge would have decided.</param>
    public static string Write(string origin, MetricHistory history, ImmutableArray<BacktestDecision> decisions)
    {
        var unit = history.Unit.Length > 0 ? $" [{history.Unit}]" : "";
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append($"<title>Backtest of {Escape(origin)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n");
        page.Append($"<h1>Backtest of {Escape(origin)}</h1>\n");
        page.Append(
            string.Create(
                CultureInfo.InvariantCulture,
                $"<p>{Escape(history.Metric + unit)}, {history.Rows.Length} rows from {history.Rows[0].At:yyyy-MM-dd HH:mm:ss zzz} to {history.Rows[^1].At:yyyy-MM-dd HH:mm:ss zzz}. "
            )
        );
        page.Append(
            "<b style=\"color:#c2410c\">New version</b> and <b style=\"color:#1d4ed8\">stable version</b>.</p>\n"
        );
        page.Append(new HistoryPlot(history, decisions).Draw());
        page.Append(
            "<table>\n<tr><th></th><th>judge</th><th>would have</th><th>first in minute</th><th>because</th></tr>\n"
        );
        foreach (var (index, decision) in decisions.Index())
            page.Append(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"<tr><td>{index + 1}</td><td>{Escape(decision.Judge)}</td><td>{Describe(decision.Outcome)}</td><td>{decision.Minute?.ToString(CultureInfo.InvariantCulture) ?? "never"}</td><td>{Escape(decision.Reason)}</td></tr>\n"
                )
            );
        return page.Append("</table>\n</body>\n</html>\n").ToString();
    }

    private static string Describe(BacktestOutcome outcome) =>
        outcome switch
        {
            BacktestOutcome.RolledBack => "rolled back",
            BacktestOutcome.Promoted => "passed",
            _ => "not acted",
        };

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
