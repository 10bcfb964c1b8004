using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Pipeline.Core.Analysis.Backtesting;

/// <summary>A history with the decisions on it as a drawing in SVG.</summary>
internal sealed class HistoryPlot(MetricHistory history, ImmutableArray<BacktestDecision> decisions)
{
    private const double Left = 64;
    private const double Top = 16;
    private const double Width = 820;
    private const double Height = 260;

    private readonly double minutes = Math.Max(1, (history.Rows[^1].At - history.Rows[0].At).TotalMinutes);
    private readonly double most = history
        .Rows.SelectMany(row => new[] { row.Canary, row.Stable })
        .OfType<double>()
        .DefaultIfEmpty(0)
        .Append(history.IsGauge ? 0 : 0.01)
        .Max();

    private readonly double least = Math.Min(
        0,
        history.Rows.SelectMany(row => new[] { row.Canary, row.Stable }).OfType<double>().DefaultIfEmpty(0).Min()
    );

    public string Draw()
    {
        var svg = new StringBuilder();
        svg.Append(
            Text(
                $"<svg viewBox=\"0 0 {Left + Width + 16:0} {Top + Height + 44:0}\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\">\n"
            )
        );
        for (var step = 0; step <= 4; step++)
            AppendScale(svg, step / 4.0);
        svg.Append(Line("stable", row => row.Stable)).Append(Line("canary", row => row.Canary));
        foreach (var (index, decision) in decisions.Index().Where(each => each.Item.At is not null))
            AppendDecision(svg, index, decision);
        return svg.Append("</svg>\n").ToString();
    }

    private void AppendScale(StringBuilder svg, double share)
    {
        var value = least + share * (most - least);
        var y = Top + Height - share * Height;
        var x = Left + share * Width;
        svg.Append(
            Text($"<line class=\"grid\" x1=\"{Left:0}\" y1=\"{y:0.#}\" x2=\"{Left + Width:0}\" y2=\"{y:0.#}\"/>\n")
        );
        svg.Append(Text($"<text x=\"{Left - 6:0}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{Label(value)}</text>\n"));
        svg.Append(
            Text(
                $"<text x=\"{x:0.#}\" y=\"{Top + Height + 16:0}\" text-anchor=\"middle\">{share * minutes:0.#} min</text>\n"
            )
        );
    }

    // A gap in the data is a gap in the line.
    private string Line(string track, Func<HistoryRow, double?> point)
    {
        var path = new StringBuilder();
        var isDrawing = false;
        foreach (var row in history.Rows)
        {
            if (point(row) is not { } value)
            {
                isDrawing = false;
                continue;
            }

            path.Append(
                Text(
                    $"{(isDrawing ? 'L' : 'M')}{X(row.At):0.#} {Top + Height - (value - least) / Math.Max(most - least, double.Epsilon) * Height:0.#}"
                )
            );
            isDrawing = true;
        }

        return $"<path class=\"{track}\" d=\"{path}\"/>\n";
    }

    private void AppendDecision(StringBuilder svg, int index, BacktestDecision decision)
    {
        var x = X(decision.At!.Value);
        svg.Append(
            Text(
                $"<line class=\"d{index} {decision.Outcome}\" x1=\"{x:0.#}\" y1=\"{Top:0}\" x2=\"{x:0.#}\" y2=\"{Top + Height:0}\"/>\n"
            )
        );
        svg.Append(
            Text($"<text class=\"d{index}\" x=\"{x + 3:0.#}\" y=\"{Top + 12 + 14 * index:0}\">{index + 1}</text>\n")
        );
    }

    private double X(DateTimeOffset at) => Left + (at - history.Rows[0].At).TotalMinutes / minutes * Width;

    private string Label(double value) =>
        history.IsGauge ? value.ToString("G3", CultureInfo.InvariantCulture) : RateText.Of(value);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
