using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Pipeline.Core.Evidence.Provenance;
using Pipeline.Core.Quality;

namespace Pipeline.Core.Evidence;

/// <summary>What a statement says of its subject.</summary>
public abstract record EvidencePredicate
{
    private EvidencePredicate() { }

    /// <summary>When it was found out.</summary>
    public abstract DateTimeOffset FoundAt { get; }

    /// <summary>A predicate of our own making, which says itself when it was found out.</summary>
    public abstract record Dated : EvidencePredicate
    {
        /// <summary>When it was found out.</summary>
        public required DateTimeOffset At { get; init; }

        /// <inheritdoc/>
        public sealed override DateTimeOffset FoundAt => At;
    }

    /// <summary>What the image was built from, by whom and when (SLSA provenance v1, https://slsa.dev/spec/v1.2/provenance).</summary>
    public sealed record BuiltFrom(BuildDefinition BuildDefinition, BuildRun RunDetails) : EvidencePredicate
    {
        /// <inheritdoc/>
        public override DateTimeOffset FoundAt => RunDetails.Metadata.FinishedOn;
    }

    /// <summary>The bill of materials of the image: a CycloneDX document as its predicate (https://cyclonedx.org/bom).</summary>
    /// <param name="Document">The document as JSON.</param>
    [JsonConverter(typeof(BillOfMaterialsJsonConverter))]
    public sealed record BillOfMaterials(string Document) : EvidencePredicate
    {
        /// <summary>The time of the commit: the same image has the same bill whenever it is written.</summary>
        public override DateTimeOffset FoundAt => CycloneDxDocument.TimestampOf(Document);
    }

    /// <summary>The tests of the sources that the image was built from.</summary>
    public sealed record TestResult(int Passed, int Failed, ImmutableArray<SkippedTest> Skipped) : Dated
    {
        /// <summary>The statement about a test run.</summary>
        public static TestResult Of(TestRunSummary run, DateTimeOffset at) =>
            new(run.Passed, run.Failed.Length, run.Skipped) { At = at };
    }

    /// <summary>Line coverage of those tests.</summary>
    public sealed record CoverageResult(int Covered, int Lines) : Dated
    {
        /// <summary>Covered share of the lines, rounded down to a hundredth of a percent.</summary>
        public Percent Rate => CoverageReport.RateOf(Covered, Lines);

        /// <summary>The statement about a coverage report.</summary>
        public static CoverageResult Of(CoverageReport report, DateTimeOffset at) =>
            new(report.Covered, report.Lines) { At = at };
    }

    /// <summary>The vulnerability scan of the image.</summary>
    public sealed record ScanReport(ScanResult Result) : Dated;

    /// <summary>The image was rolled out to an environment.</summary>
    /// <param name="Environment">Name of the environment.</param>
    /// <param name="Rollout">Identifier of the rollout.</param>
    /// <param name="Revision">Digest and configuration hash.</param>
    public sealed record Deployed(string Environment, string Rollout, string Revision) : Dated;

    /// <summary>The image was judged in an environment.</summary>
    /// <param name="Environment">Name of the environment.</param>
    /// <param name="Rollout">Identifier of the rollout.</param>
    /// <param name="Passed">Whether it may go on.</param>
    /// <param name="Sentence">The judgement for people.</param>
    public sealed record Verified(string Environment, string Rollout, bool Passed, string Sentence) : Dated;
}
