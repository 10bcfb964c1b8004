using System.Linq.Expressions;
using Nuke.Common;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace NukeCommon.Tests.Engine;

/// <summary>A test that runs builds in a repository folder of its own.</summary>
public abstract class EngineTest : IDisposable
{
    private readonly TemporaryFolder folder = new();

    protected EngineTest() => Directory.CreateDirectory(Root / ".nuke");

    internal ManualTime Time { get; } = new();

    protected AbsolutePath Root => folder.Path;

    /// <summary>The environment variables of the runs; none unless the test sets some.</summary>
    protected Dictionary<string, string> Variables { get; } = [];

    internal EngineRun Run<T>(Expression<Func<T, Target>> target, params string[] arguments)
        where T : NukeBuild, new() => Run(arguments, target);

    internal EngineRun RunWithoutDefault<T>(params string[] arguments)
        where T : NukeBuild, new() => Run<T>(arguments);

    private EngineRun Run<T>(string[] arguments, params Expression<Func<T, Target>>[] defaultTargets)
        where T : NukeBuild, new()
    {
        using var output = new StringWriter();
        var context = new BuildRun(
            new RunSettings
            {
                Arguments = arguments,
                Environment = Variables,
                WorkingDirectory = Root,
                Output = output,
                Time = Time,
            }
        );
        var exitCode = new BuildEngine(context).Run(defaultTargets);
        return new EngineRun(exitCode, output.ToString(), context);
    }

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
