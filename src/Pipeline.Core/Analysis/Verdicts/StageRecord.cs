namespace Pipeline.Core.Analysis.Verdicts;

/// <summary>A verdict together with everything that it was reached from, so that anyone can reach it again.</summary>
public sealed record StageRecord
{
    /// <summary>Version of this record's JSON form that this program writes.</summary>
    public const int CurrentSchema = 1;

    public int SchemaVersion { get; init; } = CurrentSchema;

    /// <summary>Version of the program that judged.</summary>
    public required string ProgramVersion { get; init; }

    /// <summary>The rendered query that the numbers came from.</summary>
    public required string Query { get; init; }

    public required StageRules Rules { get; init; }

    public required StageEvidence Evidence { get; init; }

    /// <summary>How long the stage had lasted.</summary>
    public required TimeSpan Elapsed { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>Judges a stage and records it.</summary>
    public static StageRecord Of(
        StageRules rules,
        StageEvidence evidence,
        TimeSpan elapsed,
        string query,
        string programVersion
    ) =>
        new()
        {
            ProgramVersion = programVersion,
            Query = query,
            Rules = rules,
            Evidence = evidence,
            Elapsed = elapsed,
            Verdict = StageJudge.Judge(rules, evidence, elapsed),
        };

    /// <summary>The verdict that this program reaches from the recorded numbers.</summary>
    public Verdict Rejudge() => StageJudge.Judge(Rules, Evidence, Elapsed);
}
