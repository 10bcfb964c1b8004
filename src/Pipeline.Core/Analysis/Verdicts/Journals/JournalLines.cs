namespace Pipeline.Core.Analysis.Verdicts.Journals;

/// <summary>Turns the looks of a rollout into the lines of its journal.</summary>
public sealed class JournalLines
{
    private int? stage;
    private StageEvidence seen = StageEvidence.None;

    /// <summary>The lines of one look: before the first look of a stage comes what the stage is judged by.</summary>
    /// <param name="at">When it was made.</param>
    /// <param name="place">In which stage.</param>
    /// <param name="record">The verdict with what it was reached from.</param>
    /// <param name="decision">What follows, in a sentence.</param>
    /// <param name="decides">Whether the stage ends here.</param>
    public IEnumerable<JournalLine> Look(
        DateTimeOffset at,
        StagePlace place,
        StageRecord record,
        string decision,
        bool decides
    )
    {
        if (stage != place.Stage || !record.Evidence.GoesOnFrom(seen))
        {
            (stage, seen) = (place.Stage, record.Evidence.Start());
            yield return new JournalLine.StageBegan
            {
                At = at,
                Stage = place.Stage,
                Stages = place.Stages,
                Weight = place.Weight,
                Query = record.Query,
                Rules = record.Rules,
                Evidence = seen,
            };
        }

        yield return new JournalLine.Looked
        {
            At = at,
            Elapsed = record.Elapsed,
            Evidence = record.Evidence.Since(seen),
            Verdict = record.Verdict,
            Decision = decision,
            Decides = decides,
        };
        seen = record.Evidence;
    }
}
