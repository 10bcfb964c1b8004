using System.Runtime.InteropServices;
using Nuke.Common.Tooling;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Pipeline.Components.Verify;

/// <summary>A compiler that serves all projects of one build, and ends with it: it takes a third of the processor time of one compiler each.</summary>
internal sealed class CompilerServer(string root) : IDisposable
{
    /// <summary>Name by which the projects find it; nobody else's compiler is used or ended.</summary>
    public string Id { get; } = $"pipeline-compile-{Environment.ProcessId}";

    /// <summary>Ends the server, also when the build that used it failed.</summary>
    public void Dispose()
    {
        var version = Quietly("--version").StdToText().Trim();
        var sdk = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../sdk", version);
        var compiler = Path.GetFullPath(Path.Combine(sdk, "Roslyn", "bincore", "VBCSCompiler.dll"));
        Quietly($"{compiler} -shutdown -pipename:{Id}");
    }

    // A server that is gone already must not hide why the build failed.
    private IReadOnlyCollection<Output> Quietly(ArgumentStringHandler arguments) =>
        DotNet(arguments, root, logOutput: false, logInvocation: false, exitHandler: process => process);
}
