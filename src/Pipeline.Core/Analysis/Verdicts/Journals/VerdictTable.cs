using System.Globalization;
using Pipeline.Core.Analysis.Sequential;

namespace Pipeline.Core.Analysis.Verdicts.Journals;

/// <summary>The numbers of a verdict as a small table, with the rules that they were held against.</summary>
internal static class VerdictTable
{
    private static readonly string[] Heading =
    [
        "metric",
        "observed",
        "proved",
        "bad / needs",
        "good / needs",
        "worse / needs",
        "outcome",
    ];

    public static IEnumerable<string> Lines(StageRecord record)
    {
        foreach (var line in TextTable.Lines([Heading, .. record.Verdict.Judgements.Select(Row)]))
            yield return line;
        foreach (var judgement in record.Verdict.Judgements)
            yield return $"rule: {judgement.Rule}";
        yield return $"query: {record.Query}";
        foreach (
            var query in record
                .Evidence.Metrics.SelectMany(metric => metric.Answers)
                .Select(answer => answer.Query)
                .Distinct()
        )
            yield return $"query: {query}";
    }

    private static string[] Row(Judgement judgement) =>
        [
            judgement.Metric,
            judgement.Trigger == judgement.Criterion
                ? judgement.Trigger.ToString()
                : $"{judgement.Criterion} (trigger {RateText.Of(judgement.Trigger.Rate)})",
            $"{RateText.Of(judgement.LowerBound)} to {RateText.Of(judgement.UpperBound)}",
            Evidence(judgement.OverTrigger),
            Evidence(judgement.UnderTrigger),
            judgement.WorseThanStable is { } worse ? Evidence(worse) : "not compared",
            judgement.Outcome switch
            {
                JudgementOutcome.Passed => "passed",
                JudgementOutcome.Failed => "failed",
                JudgementOutcome.GivenUp => "given up",
                _ => "undecided",
            },
        ];

    // Natural logarithms: what the evidence amounts to, and from where on it decides.
    private static string Evidence(EvidenceValue value) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Max(value.Log, -999):0.0} / {value.Needed:0.0}");
}
