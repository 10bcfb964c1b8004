namespace Pipeline.Core.Analysis.Verdicts.Journals;

/// <summary>A look at a stage as its journal tells it.</summary>
/// <param name="At">When it was made; null in records of version 1, which do not tell.</param>
/// <param name="Record">The verdict with everything that it was reached from.</param>
/// <param name="Decision">What followed, in a sentence.</param>
/// <param name="Decides">Whether the stage ended here.</param>
public sealed record JournaledLook(DateTimeOffset? At, StageRecord Record, string Decision, bool Decides);
