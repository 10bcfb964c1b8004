using System.Linq.Expressions;
using Nuke.Common;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace NukeCommon.Tests.Engine;

/// <summary>A repository folder of its own, and what a run in it takes from outside.</summary>
internal sealed class EngineSetup : IDisposable
{
    public EngineSetup()
    {
        Root = Path.Combine(Path.GetTempPath(), "nuke-engine-" + Guid.NewGuid().ToString("n"));
        Directory.CreateDirectory(Root / ".nuke");
    }

    public AbsolutePath Root { get; }

    public Dictionary<string, string> Environment { get; } = [];

    public ManualTime Time { get; } = new();

    public EngineRun Run<T>(Expression<Func<T, Target>> target, params string[] arguments)
        where T : NukeBuild, new()
    {
        var output = new StringWriter();
        var run = new BuildRun(
            new RunSettings
            {
                Arguments = arguments,
                Environment = Environment,
                WorkingDirectory = Root,
                Output = output,
                Time = Time,
            }
        );
        var exitCode = new BuildEngine(run).Run(target);
        return new EngineRun(exitCode, output.ToString(), run);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
