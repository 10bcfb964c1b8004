using System.Collections.Immutable;

namespace Pipeline.Core.Quality;

/// <summary>What one or several test runs gave.</summary>
public sealed record TestRunSummary
{
    /// <summary>No test at all.</summary>
    public static TestRunSummary None { get; } = new();

    /// <summary>How many tests passed.</summary>
    public int Passed { get; init; }

    public ImmutableArray<FailedTest> Failed { get; init; } = [];

    public ImmutableArray<SkippedTest> Skipped { get; init; } = [];

    /// <summary>From the first test's start to the last one's end, added up over the runs.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>All tests, the skipped ones included.</summary>
    public int Total => Passed + Failed.Length + Skipped.Length;

    /// <summary>Both runs together.</summary>
    public TestRunSummary Merge(TestRunSummary other) =>
        new()
        {
            Passed = Passed + other.Passed,
            Failed = Failed.AddRange(other.Failed),
            Skipped = Skipped.AddRange(other.Skipped),
            Duration = Duration + other.Duration,
        };

    /// <summary>Passes when at least one test ran and none failed.</summary>
    public GateResult ToGateResult()
    {
        var summary = $"{Passed} tests passed, {Failed.Length} failed, {Skipped.Length} were skipped";
        var reasons = Failed.Select(test => $"{test.Name}: {test.Message}").ToImmutableArray();
        if (Passed == 0)
            reasons = reasons.Add("no test passed: a run without tests proves nothing");
        return reasons.IsEmpty
            ? new GateResult.Passed { Gate = "tests", Summary = summary }
            : new GateResult.Refused
            {
                Gate = "tests",
                Summary = summary,
                Reasons = reasons,
            };
    }
}
