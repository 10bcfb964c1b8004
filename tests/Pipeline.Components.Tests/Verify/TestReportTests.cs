using Pipeline.Components.Verify;
using Pipeline.Core.Quality;

namespace Pipeline.Components.Tests.Verify;

[Collection(nameof(LogCollection))]
public sealed class TestReportTests : IDisposable
{
    private const string Header =
        """<?xml version="1.0"?><TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">""";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_results_of_all_projects_are_added_up()
    {
        folder.Write("A.Tests/A.Tests.trx", Run("""<UnitTestResult testName="A.Works" outcome="Passed" />"""));
        folder.Write(
            "B.Tests/B.Tests.trx",
            Run(
                """<UnitTestResult testName="B.Works" outcome="Passed" />""",
                """<UnitTestResult testName="B.Fails" outcome="Failed" />"""
            )
        );

        var run = TestReport.Read(folder.Path);

        Assert.Equal((2, "B.Fails"), (run.Passed, Assert.Single(run.Failed).Name));
    }

    [Fact]
    public void A_run_that_left_no_folder_names_the_target_that_makes_one()
    {
        var missing = Path.Combine(folder.Path, "test-results");

        var problem = Assert.Throws<MissingResultException>(() => TestReport.Read(missing));

        Assert.Equal($"{missing} is missing: run ./build.sh Test first", problem.Message);
    }

    [Fact]
    public void What_failed_and_what_was_skipped_is_printed_before_the_sum()
    {
        var run = new TestRunSummary
        {
            Passed = 7,
            Failed = [new FailedTest("A.Fails", "expected 1")],
            Skipped = [new SkippedTest("A.Waits", "no docker here")],
        };
        using var log = new CapturedLog();

        TestReport.Print(run);

        Assert.Equal(
            [
                "Error: A.Fails: expected 1",
                "Warning: skipped: A.Waits: no docker here",
                "Information: 7 passed, 1 failed, 1 skipped",
            ],
            log.Lines
        );
    }

    private static string Run(params string[] results) =>
        $"{Header}<Results>{string.Concat(results)}</Results></TestRun>";
}
