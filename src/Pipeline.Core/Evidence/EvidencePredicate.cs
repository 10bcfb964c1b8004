using System.Collections.Immutable;
using Pipeline.Core.Quality;

namespace Pipeline.Core.Evidence;

/// <summary>What a statement says of its subject.</summary>
public abstract record EvidencePredicate
{
    private EvidencePredicate() { }

    /// <summary>When it was found out.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The tests of the sources that the image was built from.</summary>
    public sealed record TestResult(int Passed, int Failed, ImmutableArray<SkippedTest> Skipped) : EvidencePredicate
    {
        /// <summary>The statement about a test run.</summary>
        public static TestResult Of(TestRunSummary run, DateTimeOffset at) =>
            new(run.Passed, run.Failed.Length, run.Skipped) { At = at };
    }

    /// <summary>Line coverage of those tests.</summary>
    public sealed record CoverageResult(int Covered, int Lines) : EvidencePredicate
    {
        /// <summary>Covered share of the lines, rounded down to a hundredth of a percent.</summary>
        public Percent Rate => CoverageReport.RateOf(Covered, Lines);

        /// <summary>The statement about a coverage report.</summary>
        public static CoverageResult Of(CoverageReport report, DateTimeOffset at) =>
            new(report.Covered, report.Lines) { At = at };
    }

    /// <summary>The vulnerability scan of the image.</summary>
    public sealed record ScanReport(ScanResult Result) : EvidencePredicate;

    /// <summary>The image was rolled out to an environment.</summary>
    /// <param name="Environment">Name of the environment.</param>
    /// <param name="Rollout">Identifier of the rollout.</param>
    /// <param name="Revision">Digest and configuration hash.</param>
    public sealed record Deployed(string Environment, string Rollout, string Revision) : EvidencePredicate;

    /// <summary>The image was judged in an environment.</summary>
    /// <param name="Environment">Name of the environment.</param>
    /// <param name="Rollout">Identifier of the rollout.</param>
    /// <param name="Passed">Whether it may go on.</param>
    /// <param name="Sentence">The judgement for people.</param>
    public sealed record Verified(string Environment, string Rollout, bool Passed, string Sentence) : EvidencePredicate;
}
