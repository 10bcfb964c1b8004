using Nuke.Common.Execution;

namespace NukeCommon.Tests.Engine;

/// <summary>A build that was run in this process: its exit code and what it printed.</summary>
internal sealed record EngineRun(int ExitCode, string Output, BuildRun Context)
{
    public IReadOnlyList<string> Lines => Output.ReplaceLineEndings("\n").Split('\n');

    /// <summary>The targets that ran, in order, as their headers tell.</summary>
    public string Targets => string.Join(' ', Lines.Where(x => x.StartsWith("== ")).Select(x => x[3..]));

    /// <summary>The first message of an error.</summary>
    public string Error => Lines.First(x => x.StartsWith("error: "))["error: ".Length..];

    /// <summary>The row of a target in the summary, its columns separated by single spaces.</summary>
    public string Row(string target)
    {
        var row = Lines.Last(x => x.StartsWith(target + " "));
        return string.Join(' ', row.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
