using System.Collections.Immutable;

namespace Pipeline.Core.Evidence;

/// <summary>Decides on promotion from statements alone, and fails closed: what nobody trusted has stated did not happen.</summary>
public static class PromotionPolicy
{
    // Clocks of two machines differ; a statement from further ahead was made by a clock that cannot be relied upon.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Allows the image to enter the environment, or lists everything that is missing.</summary>
    public static PromotionDecision Decide(EvidenceReading evidence, PromotionRequirements requirements)
    {
        var aboutImage = evidence
            .Statements.Where(signed => signed.Statement.Subjects.Any(subject => subject.Is(requirements.Digest)))
            .ToList();
        ImmutableArray<string> missing =
        [
            .. evidence.Damaged,
            .. requirements.All.SelectMany(required => Judge(required, aboutImage, requirements)),
        ];
        return missing.IsEmpty ? new PromotionDecision.Allow() : new PromotionDecision.Refuse(missing);
    }

    private static IEnumerable<string> Judge(
        RequiredStatement required,
        List<SignedStatement> statements,
        PromotionRequirements requirements
    )
    {
        var found = statements.Where(signed => required.Asks(signed.Statement.Predicate)).ToList();
        // The latest trusted statement of a kind is the one that counts.
        var latest = found
            .Where(signed => requirements.Policy.Trusts(signed.Signer, required.SignedBy))
            .Select(signed => signed.Statement.Predicate)
            .MaxBy(predicate => predicate.FoundAt);
        return latest is null
            ? [Absence(required, found, requirements)]
            : [.. AgeProblems(required, latest, requirements), .. required.ProblemsOf(latest, requirements)];
    }

    private static string Absence(
        RequiredStatement required,
        List<SignedStatement> found,
        PromotionRequirements requirements
    )
    {
        if (found.Count == 0)
            return $"no {required.Name} of {requirements.Digest} was found";

        var signers = string.Join(" and ", found.Select(signed => signed.Signer.ToString()).Distinct());
        var trusted = required.SignedBy.IsEmpty
            ? $"which the {requirements.Policy.Name} policy does not trust"
            : $"{requirements.Environment} requires {string.Join(" or ", required.SignedBy.Select(key => $"key {key}"))}";
        return $"the {required.Name} of {requirements.Digest} is signed by {signers}, {trusted}";
    }

    private static IEnumerable<string> AgeProblems(
        RequiredStatement required,
        EvidencePredicate predicate,
        PromotionRequirements requirements
    )
    {
        var age = requirements.Now - predicate.FoundAt;
        if (age < -ClockSkew)
            yield return $"the {required.Name} is of {predicate.FoundAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC, which is yet to come";
        if (required.NoOlderThan is { } limit && age > limit)
            yield return $"the {required.Name} is {Days(age)} old, {requirements.Environment} requires one of the last {Days(limit)}";
    }

    private static string Days(TimeSpan span) =>
        span.TotalDays >= 2
            ? FormattableString.Invariant($"{span.TotalDays:0.#} days")
            : FormattableString.Invariant($"{span.TotalHours:0.#} hours");
}
