using Pipeline.Core.Quality;

namespace Pipeline.Core.Tests.Quality;

public class TrxXmlTests
{
    // The shape that `dotnet test --logger trx` writes, with what is not read left out.
    private const string Run = """
        <?xml version="1.0" encoding="utf-8"?>
        <TestRun id="1" xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <Times creation="2026-11-21T01:34:06.37+00:00" start="2026-11-21T01:34:01.00+00:00" finish="2026-11-21T01:34:06.50+00:00" />
          <Results>
            <UnitTestResult testName="A.Passes" duration="00:00:00.0010000" outcome="Passed" />
            <UnitTestResult testName="A.Passes_too(x: 1)" duration="00:00:00.0010000" outcome="Passed" />
            <UnitTestResult testName="A.Fails" duration="00:00:00.0338581" outcome="Failed">
              <Output>
                <ErrorInfo>
                  <Message>Assert.Equal() Failure: Values differ
        Expected: 1
        Actual:   2</Message>
                  <StackTrace>   at A.Fails() in /repo/tests/A.cs:line 6</StackTrace>
                </ErrorInfo>
              </Output>
            </UnitTestResult>
            <UnitTestResult testName="A.Hangs" outcome="Timeout" />
            <UnitTestResult testName="A.Needs_docker" outcome="NotExecuted">
              <Output><ErrorInfo><Message>no docker here</Message></ErrorInfo></Output>
            </UnitTestResult>
            <UnitTestResult testName="A.Is_off" outcome="NotExecuted">
              <Output><StdOut>off for now</StdOut></Output>
            </UnitTestResult>
          </Results>
          <ResultSummary outcome="Failed" />
        </TestRun>
        """;

    [Fact]
    public void Counts_what_passed_failed_and_was_skipped()
    {
        var run = TrxXml.Parse(Run, "a.trx");

        Assert.Equal(2, run.Passed);
        Assert.Equal(
            [
                new(
                    "A.Fails",
                    "Assert.Equal() Failure: Values differ\nExpected: 1\nActual:   2",
                    new SourceLocation("/repo/tests/A.cs", 6)
                ),
                new FailedTest("A.Hangs", ""),
            ],
            run.Failed.AsEnumerable()
        );
        Assert.Equal(
            [new("A.Needs_docker", "no docker here"), new SkippedTest("A.Is_off", "off for now")],
            run.Skipped.AsEnumerable()
        );
        Assert.Equal(6, run.Total);
        Assert.Equal(TimeSpan.FromSeconds(5.5), run.Duration);
    }

    [Fact]
    public void A_test_host_that_crashed_is_a_failure()
    {
        var run = TrxXml.Parse(
            """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <Results><UnitTestResult testName="A.Passes" outcome="Passed" /></Results>
              <ResultSummary outcome="Failed">
                <RunInfos>
                  <RunInfo outcome="Warning"><Text>slow</Text></RunInfo>
                  <RunInfo outcome="Error"><Text>The active test run was aborted. Reason: Test host process crashed</Text></RunInfo>
                </RunInfos>
              </ResultSummary>
            </TestRun>
            """,
            "a.trx"
        );

        Assert.Equal(
            new FailedTest(
                "a.trx",
                "the test run broke off: The active test run was aborted. Reason: Test host process crashed"
            ),
            run.Failed.Single()
        );
    }

    [Fact]
    public void Runs_are_added_up()
    {
        var run = TrxXml.Parse(Run, "a.trx");

        var both = TestRunSummary.None.Merge(run).Merge(run);

        Assert.Equal((4, 4, 4), (both.Passed, both.Failed.Length, both.Skipped.Length));
        Assert.Equal(TimeSpan.FromSeconds(11), both.Duration);
    }

    [Fact]
    public void A_run_with_failures_is_refused_with_each_of_them()
    {
        var result = Assert.IsType<GateResult.Refused>(TrxXml.Parse(Run, "a.trx").ToGateResult());

        Assert.Equal("2 tests passed, 2 failed, 2 were skipped", result.Summary);
        Assert.StartsWith("A.Fails: Assert.Equal() Failure", result.Reasons[0]);
    }

    [Fact]
    public void A_run_without_failures_passes()
    {
        Assert.IsType<GateResult.Passed>(new TestRunSummary { Passed = 1 }.ToGateResult());
    }

    [Fact]
    public void A_run_without_tests_proves_nothing()
    {
        var result = Assert.IsType<GateResult.Refused>(TestRunSummary.None.ToGateResult());

        Assert.Equal(["no test passed: a run without tests proves nothing"], result.Reasons.AsEnumerable());
    }

    [Fact]
    public void What_is_no_report_is_refused_by_name()
    {
        var refused = Assert.Throws<FormatException>(() => TrxXml.Parse("<coverage/>", "a.trx"));

        Assert.Equal("a.trx: expected <TestRun>, found <coverage>", refused.Message);
    }
}
