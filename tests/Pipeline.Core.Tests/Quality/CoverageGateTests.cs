using System.Collections.Immutable;
using Pipeline.Core.Quality;

namespace Pipeline.Core.Tests.Quality;

public class CoverageGateTests
{
    [Fact]
    public void Coverage_at_the_limit_passes()
    {
        var result = CoverageGate.Check(Report(("src/A.cs", 8, 10)), Percent.Of(80));

        Assert.IsType<GateResult.Passed>(result);
        Assert.Equal("line coverage 80 % (8 of 10 lines), the limit is 80 %", result.Summary);
    }

    [Fact]
    public void Coverage_under_the_limit_is_refused_with_the_files_under_it_worst_first()
    {
        var report = Report(
            ("src/Good.cs", 9, 10),
            ("src/Bad.cs", 1, 2),
            ("src/Worst.cs", 0, 3),
            ("src/Large.cs", 20, 40)
        );

        var result = Assert.IsType<GateResult.Refused>(CoverageGate.Check(report, Percent.Of(80)));

        Assert.Equal("line coverage 54.54 % (30 of 55 lines), the limit is 80 %", result.Summary);
        Assert.Equal(
            [
                "src/Worst.cs: 0 % (0 of 3 lines)",
                "src/Large.cs: 50 % (20 of 40 lines)",
                "src/Bad.cs: 50 % (1 of 2 lines)",
            ],
            result.Reasons.AsEnumerable()
        );
    }

    [Fact]
    public void Almost_the_limit_is_not_rounded_up_to_it()
    {
        var result = CoverageGate.Check(Report(("src/A.cs", 79_999, 100_000)), Percent.Of(80));

        Assert.IsType<GateResult.Refused>(result);
        Assert.StartsWith("line coverage 79.99 %", result.Summary);
    }

    [Fact]
    public void Nothing_measured_is_refused()
    {
        Assert.IsType<GateResult.Refused>(CoverageGate.Check(CoverageReport.Empty, Percent.Zero));
    }

    [Fact]
    public void A_result_has_stable_JSON()
    {
        GateResult result = CoverageGate.Check(Report(("src/A.cs", 1, 2)), Percent.Of(80));

        var json = StableJson.Write(result);

        Assert.Equal(
            """
            {
              "result": "refused",
              "reasons": [
                "src/A.cs: 50 % (1 of 2 lines)"
              ],
              "gate": "coverage",
              "summary": "line coverage 50 % (1 of 2 lines), the limit is 80 %"
            }

            """.ReplaceLineEndings("\n"),
            json
        );
        Assert.Equal(json, StableJson.Write(StableJson.Read<GateResult>(json, "coverage.json")));
    }

    private static CoverageReport Report(params (string File, int Covered, int Lines)[] files) =>
        new(
            files.ToImmutableSortedDictionary(
                file => file.File,
                file =>
                    Enumerable
                        .Range(1, file.Lines)
                        .ToImmutableSortedDictionary(line => line, line => line <= file.Covered ? 1L : 0L)
            )
        );
}
