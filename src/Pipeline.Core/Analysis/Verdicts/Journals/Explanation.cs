using System.Globalization;
using Pipeline.Core.Analysis.Metrics;

namespace Pipeline.Core.Analysis.Verdicts.Journals;

/// <summary>A rollout's journal for people.</summary>
public static class Explanation
{
    private const string Indent = "  ";

    /// <summary>What happened and why, in lines.</summary>
    public static IEnumerable<string> Lines(RolloutJournal journal)
    {
        yield return string.Join(
            ", ",
            new[]
            {
                journal.Rollout,
                journal.Began is { } began ? Text($"{began:yyyy-MM-dd HH:mm:ss} UTC") : "when is not recorded",
                $"judged by program {journal.ProgramVersion}",
            }
        );
        foreach (var line in journal.Plan)
            yield return Indent + line;

        foreach (var line in journal.Stages.SelectMany(Lines))
            yield return line;

        yield return "";
        if (journal.Stages.IsEmpty)
            yield return "no stage was judged by metrics";
        if (journal.IsCutOff)
            yield return "the journal ends in the middle of a line: the run was killed while it wrote";
        yield return journal.Conclusion
            ?? (
                journal.Phases is [.., var last] ? $"how it ended is not recorded; last it was said: {last.Sentence}"
                : journal.Looks.LastOrDefault() is { } look ? look.Decision
                : "how it ended is not recorded"
            );
    }

    private static IEnumerable<string> Lines(JournaledStage stage)
    {
        yield return "";
        yield return stage.Place is { } place
            ? $"stage {place.Stage} of {place.Stages}, {place.Weight} of the traffic"
            : "the last stage that was judged";
        if (stage.Looks.IsEmpty)
        {
            yield return Indent + "no look was made";
            yield break;
        }

        foreach (var group in Spells(stage))
        {
            var (first, last) = (group[0], group[^1]);
            var time =
                group.Count == 1
                    ? RateText.InSeconds(last.Record.Elapsed)
                    : $"{RateText.InSeconds(first.Record.Elapsed)} to {RateText.InSeconds(last.Record.Elapsed)}, {group.Count} looks";
            yield return $"{Indent}{time}: {Sentence(last, stage.Place)}";
        }

        yield return "";
        foreach (var line in VerdictTable.Lines(stage.Looks[^1].Record))
            yield return Indent + line;
    }

    // Looks in a row that said the same, apart from the numbers.
    private static List<List<JournaledLook>> Spells(JournaledStage stage) =>
        stage.Looks.Aggregate(
            new List<List<JournaledLook>>(),
            (spells, look) =>
            {
                if (spells is [.., [.., var before] spell] && Gist(before) == Gist(look))
                    spell.Add(look);
                else
                    spells.Add([look]);
                return spells;
            }
        );

    private static (Type, string?, bool) Gist(JournaledLook look) =>
        (look.Record.Verdict.GetType(), Open(look.Record)?.Metric, look.Decides);

    private static string Sentence(JournaledLook look, StagePlace? place)
    {
        if (look.Record.Verdict is not Verdict.Continue)
            return look.Decides ? $"{Outcome(look.Record.Verdict)}: {look.Record.Verdict.Sentence}" : look.Decision;

        return Waiting(look.Record, place) is { } waiting ? $"held: {waiting}" : look.Decision;
    }

    private static string Outcome(Verdict verdict) =>
        verdict switch
        {
            Verdict.Pass => "passed",
            Verdict.Fail => "failed",
            _ => "not proved",
        };

    // How long the samples take that are missing, at the rate at which they came.
    private static string? Waiting(StageRecord record, StagePlace? place)
    {
        if (
            Open(record) is not { } open
            || record.Rules.Metrics.First(metric => metric.Name == open.Metric) is not { } metric
            || record.Evidence.Of(metric).Gap is not null
        )
            return null;

        var needed = SampleNeed.Of(metric, open, record.Rules.FalsePasses.Fraction);
        var missing = needed - open.Trigger.Total;
        if (missing <= 0)
            return null;

        var count = $"{open.Trigger.Total} of {needed} {metric.Kind.Unit}";
        if (open.Trigger.Total == 0)
            return $"{count} for {metric.Name}";
        var seconds = missing * record.Elapsed.TotalSeconds / open.Trigger.Total;
        var weight = place is null ? "at this rate" : $"at {place.Weight} weight";
        return $"{count}; {weight} this takes about {Text($"{Math.Ceiling(seconds):0}")} s more ({open.Sentence})";
    }

    private static Judgement? Open(StageRecord record) =>
        record.Verdict.Judgements.FirstOrDefault(judgement =>
            judgement is { Criticality: Criticality.Critical, Outcome: JudgementOutcome.Undecided }
        );

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
