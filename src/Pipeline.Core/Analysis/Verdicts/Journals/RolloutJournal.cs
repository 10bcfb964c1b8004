using System.Collections.Immutable;

namespace Pipeline.Core.Analysis.Verdicts.Journals;

/// <summary>What one executor did with a rollout, as it wrote it down.</summary>
public sealed record RolloutJournal
{
    /// <summary>Where it was read.</summary>
    public required string Origin { get; init; }

    /// <summary>Identifier of the rollout.</summary>
    public required string Rollout { get; init; }

    /// <summary>When the executor took it up; null in records of version 1, which do not tell.</summary>
    public required DateTimeOffset? Began { get; init; }

    /// <summary>Version of the program that judged.</summary>
    public required string ProgramVersion { get; init; }

    /// <summary>What was going to happen, in sentences.</summary>
    public ImmutableArray<string> Plan { get; init; } = [];

    /// <summary>The phases that it entered.</summary>
    public ImmutableArray<JournalLine.Entered> Phases { get; init; } = [];

    /// <summary>The stages that were judged.</summary>
    public ImmutableArray<JournaledStage> Stages { get; init; } = [];

    /// <summary>Whether the last line is incomplete: the executor was killed while it wrote.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>How the rollout ended; null when it did not, as far as the journal goes.</summary>
    public string? Conclusion => Phases.LastOrDefault()?.Conclusion;

    /// <summary>Every look, in order.</summary>
    public IEnumerable<JournaledLook> Looks => Stages.SelectMany(stage => stage.Looks);
}
