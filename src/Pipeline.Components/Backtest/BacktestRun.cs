using System.Runtime.CompilerServices;
using Pipeline.Core.Analysis.Backtesting;

namespace Pipeline.Components.Backtest;

/// <summary>One backtest: reads the history, has it judged and writes the page.</summary>
/// <param name="source">Where the history is.</param>
/// <param name="rules">By what it is judged.</param>
internal sealed class BacktestRun(HistorySource source, BacktestRules rules)
{
    /// <summary>Writes the page and tells the decisions, a line each.</summary>
    public async IAsyncEnumerable<string> WriteAsync(
        string page,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var history = await source.ReadAsync(cancellationToken);
        var decisions = HistoryBacktest.Run(history, rules);
        Directory.CreateDirectory(Path.GetDirectoryName(page)!);
        await File.WriteAllTextAsync(page, BacktestPage.Write(source.Name, history, decisions), cancellationToken);

        foreach (var decision in decisions)
            yield return decision.Sentence;
        yield return $"{history.Rows.Length} rows; the plot is in {page}";
    }
}
