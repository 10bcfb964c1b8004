namespace NukeCommon.Tests;

/// <summary>Tests that look at the log, which is one per program; they run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LogCollection
{
    public const string Name = "Log";
}
