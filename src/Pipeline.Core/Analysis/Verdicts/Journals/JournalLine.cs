using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Pipeline.Core.Analysis.Verdicts.Journals;

/// <summary>One line of a rollout's journal: what happened, and all the numbers that a decision was made from.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Began), "began")]
[JsonDerivedType(typeof(Entered), "entered")]
[JsonDerivedType(typeof(StageBegan), "stageBegan")]
[JsonDerivedType(typeof(Looked), "looked")]
public abstract record JournalLine
{
    private JournalLine() { }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>An executor took up the rollout; the first line of a journal.</summary>
    public sealed record Began : JournalLine
    {
        /// <summary>Version of the journal's JSON form that this program writes; version 1 was a single <see cref="StageRecord"/>.</summary>
        public const int CurrentSchema = 2;

        public int SchemaVersion { get; init; } = CurrentSchema;

        /// <summary>Identifier of the rollout.</summary>
        public required string Rollout { get; init; }

        public required string Environment { get; init; }

        /// <summary>Version of the program that judges.</summary>
        public required string ProgramVersion { get; init; }

        /// <summary>What is going to happen, in sentences.</summary>
        public required ImmutableArray<string> Plan { get; init; }
    }

    /// <summary>The rollout entered a phase.</summary>
    /// <param name="Sentence">The phase, for people.</param>
    /// <param name="Conclusion">How the rollout ends, once that is decided.</param>
    public sealed record Entered(string Sentence, string? Conclusion) : JournalLine;

    /// <summary>The judging of a stage began.</summary>
    public sealed record StageBegan : JournalLine
    {
        /// <summary>Number of the stage, from 1.</summary>
        public required int Stage { get; init; }

        /// <summary>Stages of the rollout.</summary>
        public required int Stages { get; init; }

        /// <summary>Share of the traffic that the new version has.</summary>
        public required Percent Weight { get; init; }

        /// <summary>The rendered query that the requests come from.</summary>
        public required string Query { get; init; }

        public required StageRules Rules { get; init; }

        /// <summary>What the stage begins with: the looks of earlier stages.</summary>
        public required StageEvidence Evidence { get; init; }
    }

    /// <summary>A look at the stage, and what was decided on it.</summary>
    public sealed record Looked : JournalLine
    {
        /// <summary>How long the stage had lasted.</summary>
        public required TimeSpan Elapsed { get; init; }

        /// <summary>What this look added to the evidence.</summary>
        public required StageEvidence Evidence { get; init; }

        public required Verdict Verdict { get; init; }

        /// <summary>What the rollout does, in a sentence; a good verdict alone does not end a stage.</summary>
        public required string Decision { get; init; }

        /// <summary>Whether the stage ends here.</summary>
        public required bool Decides { get; init; }
    }
}
