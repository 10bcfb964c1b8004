using System.Text;
using Pipeline.Components.Hosts.Diagnostics;
using Pipeline.Components.Hosts.Summaries;

namespace Pipeline.Components.Tests.Hosts.Summaries;

public class SummaryMarkdownTests
{
    [Fact]
    public void Text_of_others_cannot_break_the_table()
    {
        var run = new RunSummary(
            IsSuccess: true,
            [new TargetOutcome("Test", "Succeeded", TimeSpan.FromSeconds(1.26), [new("Tests", "a|b\n<script> `c`")])],
            []
        );

        Assert.Contains(
            "| Test | ✅ Succeeded | 1.3 s | Tests: a\\|b<br>&lt;script> \\`c\\` |\n",
            SummaryMarkdown.Of(run)
        );
    }

    [Fact]
    public void A_page_that_is_too_long_is_cut_at_the_end_of_a_line()
    {
        var many = Enumerable.Range(0, 100).Select(i => new Diagnostic(DiagnosticSeverity.Error, $"wrong {i} ⚠"));

        var page = SummaryMarkdown.Of(new RunSummary(IsSuccess: false, [], [.. many]), limit: 500);

        Assert.InRange(Encoding.UTF8.GetByteCount(page), 400, 500);
        Assert.EndsWith(" ⚠\n\n… cut: the rest is in the log\n", page);
    }

    [Fact]
    public void Version_and_digest_are_outputs()
    {
        var run = new RunSummary(
            IsSuccess: true,
            [
                new TargetOutcome("Version", "Succeeded", null, [new("Version", "1.2.3")]),
                new TargetOutcome("BuildImage", "Succeeded", null, [new("Digest", "sha256:ab"), new("Size", "3")]),
            ],
            []
        );

        Assert.Equal([new("version", "1.2.3"), new("digest", "sha256:ab")], run.Outputs);
    }
}
