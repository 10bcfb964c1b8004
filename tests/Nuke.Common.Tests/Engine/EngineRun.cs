using System.Linq.Expressions;
using Nuke.Common;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace NukeCommon.Tests.Engine;

/// <summary>A build that was run in this process: its exit code and what it printed.</summary>
internal sealed record EngineRun(int ExitCode, string Output, BuildRun Run)
{
    public static EngineRun Of<T>(Expression<Func<T, Target>> target, params string[] arguments)
        where T : NukeBuild, new() => new EngineSetup().Run(target, arguments);

    /// <summary>The lines that the targets printed, without headers, table and outcome.</summary>
    public IReadOnlyList<string> Lines => [.. Output.Split('\n').Select(x => x.TrimEnd('\r'))];
}
