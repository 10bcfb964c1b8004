using Nuke.Common.IO;

namespace Nuke.Common.Execution;

/// <summary>Everything that a run takes from outside.</summary>
internal sealed record RunSettings
{
    public required IReadOnlyList<string> Arguments { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public required AbsolutePath WorkingDirectory { get; init; }

    /// <summary>Where the run prints, or null for the console as it is at the moment of printing.</summary>
    public TextWriter Output { get; init; }

    /// <summary>Whether the output may be coloured.</summary>
    public bool Colours { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The settings of the one run that a process is started for.</summary>
    public static RunSettings OfProcess() =>
        new()
        {
            Arguments = [.. EnvironmentInfo.CommandLineArguments],
            Environment = EnvironmentInfo.Variables,
            WorkingDirectory = EnvironmentInfo.WorkingDirectory,
            Colours =
                !Console.IsOutputRedirected
                && string.IsNullOrEmpty(EnvironmentInfo.GetVariable("NO_COLOR"))
                && EnvironmentInfo.GetVariable("TERM") != "dumb",
        };
}
