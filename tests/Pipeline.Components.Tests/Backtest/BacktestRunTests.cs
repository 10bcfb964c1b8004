using Pipeline.Components.Backtest;
using Pipeline.Core.Analysis.Backtesting;

namespace Pipeline.Components.Tests.Backtest;

public sealed class BacktestRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_becomes_a_page_and_a_line_for_each_judge()
    {
        var file = folder.Write(
            "history.csv",
            "time,canary requests [1],canary errors [1],stable requests [1],stable errors [1]\n2026-11-21T04:00:00Z,200,50,200,0\n"
        );
        var page = Path.Combine(folder.Path, "out", "backtest.html");

        var lines = await LinesAsync(Source() with { File = file }, page);

        Assert.StartsWith("this pipeline's judge: rolled back in minute 1: error rate 25 % of 200 requests", lines[0]);
        Assert.Equal($"1 rows; the plot is in {page}", lines[^1]);
        Assert.Contains("<svg", File.ReadAllText(page));
    }

    [Fact]
    public async Task Without_a_source_it_says_what_to_give()
    {
        Assert.Equal(
            "give --metrics FILE, or --prometheus URL with --query, --from and --to",
            await RefusalOfAsync(Source())
        );
        Assert.Equal(
            "--metrics missing.csv: there is no such file",
            await RefusalOfAsync(Source() with { File = "missing.csv" })
        );
    }

    [Fact]
    public async Task A_query_that_asks_the_same_of_both_tracks_is_refused_before_it_is_sent()
    {
        var source = Source() with
        {
            Prometheus = "http://localhost:1",
            Query = "queue_depth",
            From = DateTimeOffset.UnixEpoch,
            To = DateTimeOffset.UnixEpoch.AddHours(1),
        };

        Assert.StartsWith("--query does not name {{track}}", await RefusalOfAsync(source));
        Assert.StartsWith(
            "--to is 1970-01-01T00:00:00",
            await RefusalOfAsync(source with { Query = "q{t=\"{{track}}\"}", To = DateTimeOffset.UnixEpoch })
        );
        Assert.StartsWith("--prometheus is 'nowhere'", await RefusalOfAsync(source with { Prometheus = "nowhere" }));
    }

    private static HistorySource Source() => new(null, null, null, null, null, "b");

    private async Task<string> RefusalOfAsync(HistorySource source) =>
        (
            await Assert.ThrowsAsync<FormatException>(() => LinesAsync(source, Path.Combine(folder.Path, "x.html")))
        ).Message;

    private static async Task<List<string>> LinesAsync(HistorySource source, string page)
    {
        var lines = new List<string>();
        await foreach (var line in new BacktestRun(source, new BacktestRules()).WriteAsync(page, default))
            lines.Add(line);
        return lines;
    }
}
