using System.Collections.Immutable;
using Pipeline.Core.Quality;

namespace Pipeline.Core.Evidence;

/// <summary>Decides on promotion from statements alone, and fails closed: what nobody trusted has stated did not happen.</summary>
public static class PromotionPolicy
{
    /// <summary>Allows the image to enter the environment, or lists everything that is missing.</summary>
    public static PromotionDecision Decide(IEnumerable<SignedStatement> statements, PromotionRequirements requirements)
    {
        var aboutImage = statements
            .Where(signed => signed.Statement.Subjects.Any(subject => subject.Is(requirements.Digest)))
            .ToList();
        var missing = Problems(aboutImage, requirements).ToImmutableArray();
        return missing.IsEmpty ? new PromotionDecision.Allow() : new PromotionDecision.Refuse(missing);
    }

    private static IEnumerable<string> Problems(List<SignedStatement> statements, PromotionRequirements requirements)
    {
        IEnumerable<string> Judge<T>(string what, Func<T, bool> which, Func<T, IEnumerable<string>> problems)
            where T : EvidencePredicate
        {
            var found = statements.Where(signed => signed.Statement.Predicate is T one && which(one)).ToList();
            return LatestTrusted<T>(found, requirements.Policy) is { } latest
                ? problems(latest)
                : [Absence(what, found, requirements)];
        }

        IEnumerable<string> JudgeEnvironment(string environment) =>
            [
                .. Judge<EvidencePredicate.Deployed>(
                    $"deployment to {environment}",
                    deployed => deployed.Environment == environment,
                    _ => []
                ),
                .. Judge<EvidencePredicate.Verified>(
                    $"verification in {environment}",
                    verified => verified.Environment == environment,
                    ProblemsOf
                ),
            ];

        return
        [
            .. Judge<EvidencePredicate.TestResult>("test result", _ => true, ProblemsOf),
            .. Judge<EvidencePredicate.CoverageResult>(
                "coverage",
                _ => true,
                result => ProblemsOf(result, requirements)
            ),
            .. Judge<EvidencePredicate.ScanReport>(
                "vulnerability scan",
                _ => true,
                scan => ProblemsOf(scan, requirements.Policy)
            ),
            .. requirements.VerifiedIn.SelectMany(JudgeEnvironment),
        ];
    }

    // The latest trusted statement of a kind is the one that counts.
    private static T? LatestTrusted<T>(IEnumerable<SignedStatement> found, EvidencePolicy policy)
        where T : EvidencePredicate =>
        found
            .Where(signed => policy.Trusts(signed.Signer))
            .Select(signed => (T)signed.Statement.Predicate)
            .MaxBy(predicate => predicate.At);

    private static string Absence(string what, List<SignedStatement> found, PromotionRequirements requirements) =>
        found is [{ Signer: var signer }, ..]
            ? $"the {what} of {requirements.Digest} is signed by {signer}, which the {requirements.Policy.Name} policy does not trust"
            : $"no {what} of {requirements.Digest} was found";

    private static IEnumerable<string> ProblemsOf(EvidencePredicate.TestResult tests)
    {
        if (tests.Failed > 0)
            yield return $"{tests.Failed} tests failed";
        if (tests.Passed == 0)
            yield return "no test passed";
    }

    private static IEnumerable<string> ProblemsOf(
        EvidencePredicate.CoverageResult coverage,
        PromotionRequirements requirements
    )
    {
        if (coverage.Rate < requirements.Coverage)
            yield return $"line coverage is {coverage.Rate}, {requirements.Environment} requires {requirements.Coverage}";
    }

    private static IEnumerable<string> ProblemsOf(EvidencePredicate.ScanReport scan, EvidencePolicy policy) =>
        scan.Result switch
        {
            ScanResult.Clean => [],
            ScanResult.NotRun when policy.AcceptsScanNotRun => [],
            _ => [$"vulnerability scan: {scan.Result.Summary}"],
        };

    private static IEnumerable<string> ProblemsOf(EvidencePredicate.Verified verified) =>
        verified.Passed ? [] : [$"verification in {verified.Environment}: {verified.Sentence}"];
}
