namespace Pipeline.Core.Evidence.Provenance;

/// <summary>The run that built.</summary>
/// <param name="Builder">Who built.</param>
/// <param name="Metadata">When, and under which number.</param>
public sealed record BuildRun(BuildPlatform Builder, BuildTimes Metadata);
