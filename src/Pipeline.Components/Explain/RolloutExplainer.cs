using System.Collections.Immutable;
using Pipeline.Core.Analysis;
using Pipeline.Core.Analysis.Verdicts.Journals;

namespace Pipeline.Components.Explain;

/// <summary>Explains a rollout, or makes its decisions again.</summary>
/// <param name="journals">Its journals, in the order in which they were begun.</param>
internal sealed class RolloutExplainer(ImmutableArray<RolloutJournal> journals)
{
    // Whoever sees one forged number needs no list of all that follows from it.
    private const int Shown = 5;

    /// <summary>What happened and why.</summary>
    public IEnumerable<string> Explain() => journals.SelectMany(Explanation.Lines);

    /// <summary>Judges every recorded look again.</summary>
    /// <exception cref="ReplayDisagreesException">A verdict is another one.</exception>
    public IEnumerable<string> Replay()
    {
        var problems = journals.SelectMany(Differences).ToList();
        if (problems.Count > 0)
            throw new ReplayDisagreesException(
                $"judged again, {journals[0].Rollout} comes out otherwise than recorded: {string.Join("; ", problems.Take(Shown))}"
                    + (problems.Count > Shown ? $"; and {problems.Count - Shown} more differences" : "")
            );

        yield return $"{journals[0].Rollout}: {journals.Sum(journal => journal.Looks.Count())} verdicts in "
            + $"{journals.Sum(journal => journal.Stages.Length)} judged stages, judged again: all the same";
    }

    private static IEnumerable<string> Differences(RolloutJournal journal) =>
        from stage in journal.Stages
        from look in stage.Looks
        from difference in Core.Analysis.Verdicts.Journals.Replay.Differences(look.Record)
        select $"{Path.GetFileName(journal.Origin)}, stage {stage.Place?.Stage.ToString() ?? "unknown"} after {RateText.InSeconds(look.Record.Elapsed)}: {difference}";
}
