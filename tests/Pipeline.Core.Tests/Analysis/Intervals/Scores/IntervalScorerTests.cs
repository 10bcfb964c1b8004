using System.Collections.Immutable;
using Pipeline.Core.Analysis.Intervals;
using Pipeline.Core.Analysis.Intervals.Scores;
using static Pipeline.Core.Analysis.Intervals.IntervalLabel;

namespace Pipeline.Core.Tests.Analysis.Intervals.Scores;

public class IntervalScorerTests
{
    private static readonly ScoreRules Reference = new() { Mode = IntervalMode.Reference };
    private static readonly ScoreRules Sound = new();

    [Fact]
    public void A_groups_score_is_the_share_of_its_metrics_that_passed()
    {
        var score = Score(Reference, Of(Pass), Of(Pass), Of(High), Of(Low), Of(NoDataFailure), Of(Pass));

        Assert.Equal(50, score.Summary);
        Assert.Equal(ScoreVerdict.Fail, score.Verdict);
        Assert.Equal(new GroupScore("load", 50, 6, 0), Assert.Single(score.Groups));
    }

    [Fact]
    public void Groups_without_a_weight_share_what_is_left_equally()
    {
        var rules = Reference with { GroupWeights = Weights(("a", 50)) };

        var score = Score(rules, Of(High, "a"), Of(Pass, "b"), Of(Pass, "c"), Of(High, "c"));

        Assert.Equal(37.5, score.Summary);
    }

    [Fact]
    public void A_metric_in_several_groups_counts_in_each()
    {
        Assert.Equal(75, Score(Reference, Of(High, "a"), Of(Pass, "a", "b")).Summary);
    }

    [Fact]
    public void The_summary_is_rounded_to_hundredths()
    {
        Assert.Equal(66.67, Score(Reference, Of(Pass), Of(Pass), Of(High)).Summary);
    }

    [Fact]
    public void A_critical_failure_is_zero()
    {
        var score = Score(Reference, Of(Pass), Of(Pass), Of(High) with { IsCritical = true });

        Assert.Equal((0, ScoreVerdict.Fail), (score.Summary, score.Verdict));
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(2, 1, 100)]
    public void Half_of_the_metrics_without_data_is_zero_to_the_reference(int passed, int missing, double summary)
    {
        IntervalJudgement[] all = [.. Enumerable.Repeat(Of(Pass), passed), .. Enumerable.Repeat(Of(NoData), missing)];

        Assert.Equal(summary, Score(Reference, all).Summary);
    }

    [Fact]
    public void A_group_of_nothing_but_errors_is_a_hundred_to_the_reference_and_never_to_us()
    {
        IntervalJudgement[] all = [Of(Error, "a"), Of(Error, "a"), Of(Pass, "b")];

        Assert.Equal((100, ScoreVerdict.Pass), (Score(Reference, all).Summary, Score(Reference, all).Verdict));
        Assert.Equal((50, ScoreVerdict.Fail), (Score(Sound, all).Summary, Score(Sound, all).Verdict));
        Assert.Equal(new GroupScore("a", 0, 2, 0), Score(Sound, all).Groups[0]);
    }

    [Fact]
    public void Too_little_data_holds_and_neither_passes_nor_fails()
    {
        var score = Score(Sound, Of(Pass), Of(Held), Of(NoData));

        Assert.Equal((100, ScoreVerdict.Hold), (score.Summary, score.Verdict));
        Assert.Equal("the score is 100 at best; because", score.Reason);
        Assert.Equal(ScoreVerdict.Hold, Score(Sound).Verdict);
    }

    [Fact]
    public void What_fails_whatever_the_missing_data_says_fails_at_once()
    {
        Assert.Equal(ScoreVerdict.Fail, Score(Sound, Of(High), Of(High), Of(Held)).Verdict);
    }

    [Fact]
    public void Muted_metrics_are_left_out()
    {
        Assert.Equal(100, Score(Reference, Of(Pass), Of(High) with { IsMuted = true, IsCritical = true }).Summary);
    }

    [Theory]
    [InlineData(95, null, null, true)]
    [InlineData(60, 75.0, 95.0, false)]
    [InlineData(85, 75.0, null, true)]
    [InlineData(85, 75.0, 95.0, false)]
    [InlineData(97, 75.0, 95.0, true)]
    public void The_last_score_decides_how_a_run_ends(double score, double? marginal, double? pass, bool well)
    {
        Assert.Equal(well, (Reference with { Marginal = marginal, Pass = pass }).EndsWellWith(score));
    }

    [Theory]
    [InlineData(75, false)]
    [InlineData(75.01, true)]
    public void A_run_goes_on_above_the_marginal_score_only(double score, bool goesOn)
    {
        Assert.Equal(goesOn, Reference.GoesOnAfter(score));
    }

    [Theory]
    [InlineData(95, ScoreVerdict.Pass)]
    [InlineData(94, ScoreVerdict.Marginal)]
    [InlineData(75, ScoreVerdict.Marginal)]
    [InlineData(74, ScoreVerdict.Fail)]
    public void Limits_belong_to_the_better_verdict(int passed, ScoreVerdict verdict)
    {
        IntervalJudgement[] all =
        [
            .. Enumerable.Repeat(Of(Pass), passed),
            .. Enumerable.Repeat(Of(High), 100 - passed),
        ];

        Assert.Equal(verdict, Score(Reference, all).Verdict);
    }

    private static IntervalScore Score(ScoreRules rules, params IntervalJudgement[] judgements) =>
        IntervalScorer.Score(rules, judgements);

    private static IntervalJudgement Of(IntervalLabel label, params string[] groups) =>
        new()
        {
            Metric = "metric",
            Groups = groups is [] ? ["load"] : [.. groups],
            IsMuted = false,
            Label = label,
            IsCritical = false,
            Reason = "because",
            Canary = new SeriesSummary(0, 0, 0, 0),
            Stable = new SeriesSummary(0, 0, 0, 0),
        };

    private static ImmutableSortedDictionary<string, double> Weights(params (string Group, double Weight)[] weights) =>
        weights.ToImmutableSortedDictionary(weight => weight.Group, weight => weight.Weight);
}
