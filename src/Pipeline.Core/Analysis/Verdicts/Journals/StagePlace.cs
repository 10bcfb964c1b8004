namespace Pipeline.Core.Analysis.Verdicts.Journals;

/// <summary>Where in a rollout a stage is.</summary>
/// <param name="Stage">Its number, from 1.</param>
/// <param name="Stages">Stages of the rollout.</param>
/// <param name="Weight">Share of the traffic that the new version has.</param>
public sealed record StagePlace(int Stage, int Stages, Percent Weight);
