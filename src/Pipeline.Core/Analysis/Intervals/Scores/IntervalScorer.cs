using System.Collections.Immutable;
using System.Globalization;

namespace Pipeline.Core.Analysis.Intervals.Scores;

/// <summary>Adds the judgements of metrics up to a score.</summary>
public static class IntervalScorer
{
    /// <summary>Scores judgements; muted ones are left out.</summary>
    public static IntervalScore Score(ScoreRules rules, IEnumerable<IntervalJudgement> judgements)
    {
        var scored = judgements.Where(judgement => !judgement.IsMuted).ToList();
        var groups = GroupsOf(scored, rules.Mode);
        if (scored.Find(judgement => judgement is { IsCritical: true, Label: not IntervalLabel.Pass }) is { } critical)
            return new IntervalScore(0, ScoreVerdict.Fail, $"critical: {critical.Reason}", groups);
        return rules.Mode == IntervalMode.Reference
            ? ReferenceScore(rules, scored, groups)
            : SoundScore(rules, scored, groups);
    }

    private static IntervalScore ReferenceScore(
        ScoreRules rules,
        List<IntervalJudgement> scored,
        ImmutableArray<GroupScore> groups
    )
    {
        var missing = scored.Count(judgement => judgement.Label == IntervalLabel.NoData);
        if (scored.Count > 0 && 2 * missing >= scored.Count)
            return Classify(rules, 0, groups, $"{missing} of {scored.Count} metrics have no data");

        var summary = Sum(rules, groups, group => group.Judged == 0 ? 100 : group.Score);
        return Classify(rules, summary, groups, Describe(summary));
    }

    // What is undecided may still turn out well: it fails nothing, and it passes nothing.
    private static IntervalScore SoundScore(
        ScoreRules rules,
        List<IntervalJudgement> scored,
        ImmutableArray<GroupScore> groups
    )
    {
        var best = Sum(
            rules,
            groups,
            group => (group.Score * group.Judged + 100.0 * group.Undecided) / (group.Judged + group.Undecided)
        );
        var classified = Classify(rules, best, groups, Describe(best));
        return scored.Find(IsUndecided) is { } open && classified.Verdict != ScoreVerdict.Fail
                ? classified with
                {
                    Verdict = ScoreVerdict.Hold,
                    Reason = $"the score is {Text(best)} at best; {open.Reason}",
                }
            : scored.Count == 0 ? classified with { Verdict = ScoreVerdict.Hold, Reason = "no metric was judged" }
            : classified;
    }

    private static IntervalScore Classify(
        ScoreRules rules,
        double summary,
        ImmutableArray<GroupScore> groups,
        string reason
    ) =>
        new(
            summary,
            summary >= (rules.Pass ?? double.NegativeInfinity) ? ScoreVerdict.Pass
                : summary >= (rules.Marginal ?? double.PositiveInfinity) ? ScoreVerdict.Marginal
                : ScoreVerdict.Fail,
            reason,
            groups
        );

    private static double Sum(ScoreRules rules, ImmutableArray<GroupScore> groups, Func<GroupScore, double> scoreOf)
    {
        var unweighted = groups.Count(group => !rules.GroupWeights.ContainsKey(group.Group));
        var rest = unweighted == 0 ? 0 : (100 - rules.GroupWeights.Values.Sum()) / unweighted;
        var sum = groups.Sum(group => scoreOf(group) * (rules.GroupWeights.GetValueOrDefault(group.Group, rest) / 100));
        // Rounded as decimals are written, which is not always as doubles are.
        var written = decimal.Parse(
            sum.ToString("R", CultureInfo.InvariantCulture),
            NumberStyles.Float,
            CultureInfo.InvariantCulture
        );
        return (double)decimal.Round(written, 2, MidpointRounding.AwayFromZero);
    }

    private static ImmutableArray<GroupScore> GroupsOf(List<IntervalJudgement> scored, IntervalMode mode) =>
        [
            .. scored
                .SelectMany(judgement => judgement.Groups.Select(group => (Group: group, judgement.Label)))
                .GroupBy(member => member.Group, member => member.Label, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => ScoreOf(group.Key, [.. group], mode)),
        ];

    private static GroupScore ScoreOf(string group, IReadOnlyCollection<IntervalLabel> labels, IntervalMode mode)
    {
        var passed = labels.Count(label => label == IntervalLabel.Pass);
        var undecided = labels.Count(label =>
            label is IntervalLabel.NoData or IntervalLabel.Held
            || (label == IntervalLabel.Error && mode == IntervalMode.Reference)
        );
        var judged = labels.Count - undecided;
        return new GroupScore(group, judged == 0 ? 0 : (double)passed / judged * 100, judged, undecided);
    }

    private static bool IsUndecided(IntervalJudgement judgement) =>
        judgement.Label is IntervalLabel.NoData or IntervalLabel.Held;

    private static string Describe(double summary) => $"the score is {Text(summary)}";

    private static string Text(double summary) => summary.ToString("0.##", CultureInfo.InvariantCulture);
}
