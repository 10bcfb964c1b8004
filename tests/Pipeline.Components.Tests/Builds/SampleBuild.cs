using Nuke.Common;
using Nuke.Common.Tooling;
using Pipeline.Components.Hosts;
using Pipeline.Components.Secrets;
using Pipeline.Components.Signals;
using Serilog;

namespace Pipeline.Components.Tests.Builds;

/// <summary>A build that tests start as a process, by starting this assembly.</summary>
[ProtectSecrets]
[ReportToHost]
[HandleSignals]
public sealed class SampleBuild : NukeBuild
{
    [Parameter]
    [Secret]
    private readonly string Token = "";

    [Parameter]
    [Secret]
    private readonly string[] Keys = [];

    private string[] Secrets => [Token, .. Keys];

    public Target Wait =>
        _ =>
            _.Executes(() =>
            {
                Console.WriteLine("waiting");
                RunState.Of(this).Signals.Token.WaitHandle.WaitOne();
                RunState.Of(this).Signals.Token.ThrowIfCancellationRequested();
            });

    public Target WaitForTool =>
        _ =>
            _.Executes(() =>
            {
                // The lock is released when the last process is gone that has the file open.
                using var tool = ProcessTasks.StartProcess(
                    "sh",
                    "-c \"exec 3> held; flock 3; sh -c 'echo waiting; sleep 600; true'; true\""
                );
                tool.AssertZeroExitCode();
            });

    public Target TakeNoNotice =>
        _ =>
            _.Executes(() =>
            {
                Console.WriteLine("waiting");
                RunState.Of(this).Signals.Token.WaitHandle.WaitOne();
            });

    public Target Next =>
        _ =>
            _.After(Wait, WaitForTool, TakeNoNotice)
                .TriggeredBy(Wait, WaitForTool, TakeNoNotice)
                .Executes(() => Console.WriteLine("next began"));

    public Target TidyUp =>
        _ => _.After(Next).TriggeredBy(Next).AssuredAfterFailure().Executes(() => Console.WriteLine("tidied up"));

    public Target GetStuck =>
        _ =>
            _.After(Wait)
                .AssuredAfterFailure()
                .Executes(() =>
                {
                    Console.WriteLine("stuck");
                    new ManualResetEvent(false).WaitOne();
                });

    public Target Leak =>
        _ =>
            _.Executes(() =>
            {
                foreach (var secret in Secrets)
                {
                    Leaks.Print(secret);
                    Leaks.Log(secret);
                    Leaks.Start(secret);
                }

                JsonFile.Write(RootDirectory / "artifacts" / "record.json", Secrets);
                RunState.Of(this).LockArtifacts(this);
                Console.WriteLine($"arguments: {File.ReadAllText("/proc/self/cmdline").Replace('\0', ' ')}");
                ReportSummary(_ => new Dictionary<string, string> { ["Version"] = $"1.0.0-{Token}" });
                throw new InvalidOperationException(
                    $"{Token} is wrong",
                    new IOException(string.Join(" and ", Secrets))
                );
            });

    public Target Crash =>
        _ =>
            _.Executes(() =>
            {
                var thread = new Thread(() => throw new InvalidOperationException(string.Join(" and ", Secrets)));
                thread.Start();
                thread.Join();
            });

    public static int Run() => Execute<SampleBuild>(x => x.Next);
}
