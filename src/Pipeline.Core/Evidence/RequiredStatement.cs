using System.Collections.Immutable;

namespace Pipeline.Core.Evidence;

/// <summary>A statement that an environment demands of an image: which one, by whom signed, how old and with what result.</summary>
public abstract record RequiredStatement
{
    private RequiredStatement() { }

    /// <summary>What an environment demands unless it is said otherwise; that the environments before have verified the image comes on top.</summary>
    public static ImmutableArray<RequiredStatement> Usual { get; } =
    [
        new Provenance(),
        new Tests(),
        new Coverage(Percent.Of(80)),
        new Materials(),
        new Scan { NoOlderThan = TimeSpan.FromDays(7) },
    ];

    /// <summary>How old it may be, counted from when it was found out; null for any age.</summary>
    public TimeSpan? NoOlderThan { get; init; }

    /// <summary>Names of trusted keys of which one must have signed; empty for any trusted key.</summary>
    public ImmutableArray<string> SignedBy { get; init; } = [];

    /// <summary>What it is called in a refusal.</summary>
    public abstract string Name { get; }

    /// <summary>Whether a predicate is of the demanded kind.</summary>
    internal abstract bool Asks(EvidencePredicate predicate);

    /// <summary>What is wrong with the result, a sentence each.</summary>
    internal virtual IEnumerable<string> ProblemsOf(EvidencePredicate predicate, PromotionRequirements requirements) =>
        [];

    /// <summary>What the image was built from.</summary>
    /// <param name="Builder">The builder that alone will do; null for any.</param>
    public sealed record Provenance(string? Builder = null) : RequiredStatement
    {
        /// <inheritdoc/>
        public override string Name => "provenance";

        internal override bool Asks(EvidencePredicate predicate) => predicate is EvidencePredicate.BuiltFrom;

        internal override IEnumerable<string> ProblemsOf(
            EvidencePredicate predicate,
            PromotionRequirements requirements
        ) =>
            predicate is EvidencePredicate.BuiltFrom { RunDetails.Builder.Id: var id }
            && Builder is not null
            && id != Builder
                ? [$"built by {id}, {requirements.Environment} requires {Builder}"]
                : [];
    }

    /// <summary>That tests ran and none failed.</summary>
    public sealed record Tests : RequiredStatement
    {
        /// <inheritdoc/>
        public override string Name => "test result";

        internal override bool Asks(EvidencePredicate predicate) => predicate is EvidencePredicate.TestResult;

        internal override IEnumerable<string> ProblemsOf(
            EvidencePredicate predicate,
            PromotionRequirements requirements
        )
        {
            var tests = (EvidencePredicate.TestResult)predicate;
            if (tests.Failed > 0)
                yield return $"{tests.Failed} tests failed";
            if (tests.Passed == 0)
                yield return "no test passed";
        }
    }

    /// <summary>Line coverage of at least a limit.</summary>
    public sealed record Coverage(Percent AtLeast) : RequiredStatement
    {
        /// <inheritdoc/>
        public override string Name => "coverage";

        internal override bool Asks(EvidencePredicate predicate) => predicate is EvidencePredicate.CoverageResult;

        internal override IEnumerable<string> ProblemsOf(
            EvidencePredicate predicate,
            PromotionRequirements requirements
        ) =>
            predicate is EvidencePredicate.CoverageResult { Rate: var rate } && rate < AtLeast
                ? [$"line coverage is {rate}, {requirements.Environment} requires {AtLeast}"]
                : [];
    }

    /// <summary>A bill of materials.</summary>
    public sealed record Materials : RequiredStatement
    {
        /// <inheritdoc/>
        public override string Name => "bill of materials";

        internal override bool Asks(EvidencePredicate predicate) => predicate is EvidencePredicate.BillOfMaterials;
    }

    /// <summary>A vulnerability scan that the scan gate accepts.</summary>
    public sealed record Scan : RequiredStatement
    {
        /// <inheritdoc/>
        public override string Name => "vulnerability scan";

        internal override bool Asks(EvidencePredicate predicate) => predicate is EvidencePredicate.ScanReport;

        internal override IEnumerable<string> ProblemsOf(
            EvidencePredicate predicate,
            PromotionRequirements requirements
        ) => ScanRule.ProblemsOf(((EvidencePredicate.ScanReport)predicate).Result, requirements.Policy);
    }

    /// <summary>That the image was deployed to an environment.</summary>
    public sealed record DeployedTo(string Environment) : RequiredStatement
    {
        /// <inheritdoc/>
        public override string Name => $"deployment to {Environment}";

        internal override bool Asks(EvidencePredicate predicate) =>
            predicate is EvidencePredicate.Deployed deployed && deployed.Environment == Environment;
    }

    /// <summary>That the image was verified in an environment.</summary>
    public sealed record VerifiedIn(string Environment) : RequiredStatement
    {
        /// <inheritdoc/>
        public override string Name => $"verification in {Environment}";

        internal override bool Asks(EvidencePredicate predicate) =>
            predicate is EvidencePredicate.Verified verified && verified.Environment == Environment;

        internal override IEnumerable<string> ProblemsOf(
            EvidencePredicate predicate,
            PromotionRequirements requirements
        ) =>
            predicate is EvidencePredicate.Verified { Passed: false } verified
                ? [$"verification in {verified.Environment}: {verified.Sentence}"]
                : [];
    }
}
