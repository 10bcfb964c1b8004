using Nuke.Common;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Serilog;

namespace NukeCommon.Tests.Engine;

[Collection(LogCollection.Name)]
public sealed class IsolationTests : IDisposable
{
    private readonly TemporaryFolder first = new();
    private readonly TemporaryFolder second = new();
    private readonly TextWriter console = Console.Out;

    public IsolationTests()
    {
        Directory.CreateDirectory(first.Path / ".nuke");
        Directory.CreateDirectory(second.Path / ".nuke");
    }

    public void Dispose()
    {
        Console.SetOut(console);
        first.Dispose();
        second.Dispose();
    }

    [Fact]
    public async Task Builds_that_run_side_by_side_each_see_their_own_run()
    {
        using var meeting = new Barrier(2);
        Build.Meeting = meeting;

        var runs = await Task.WhenAll(
            Task.Run(() => Run(first.Path, "Terminal", new StringWriter())),
            Task.Run(() => Run(second.Path, "AzurePipelines", new StringWriter()))
        );

        Build.Meeting = null;
        Assert.Contains($"{first.Path} Terminal", runs[0]);
        Assert.Contains($"{second.Path} AzurePipelines", runs[1]);
    }

    [Fact]
    public void Secrets_are_kept_out_of_what_targets_write_to_the_console()
    {
        var output = new StringWriter();
        Console.SetOut(output);

        Run(first.Path, "Terminal", output: null);

        Assert.Contains("raw [secret]", output.ToString());
        Assert.DoesNotContain("t0k3n", output.ToString());
    }

    private static string Run(AbsolutePath root, string host, TextWriter? output)
    {
        var context = new BuildRun(
            new RunSettings
            {
                Arguments = ["--host", host],
                Environment = new Dictionary<string, string> { ["TOKEN"] = "t0k3n" },
                WorkingDirectory = root,
                Output = output,
            }
        );
        new BuildEngine(context).Run<Build>(x => x.Show);
        return output?.ToString() ?? "";
    }

    private class Build : NukeBuild
    {
        [Parameter]
        [Secret]
        private readonly string Token = null!;

        /// <summary>Where the runs wait for each other, so that they overlap.</summary>
        public static Barrier? Meeting { get; set; }

        public Target Show =>
            _ =>
                _.Executes(async () =>
                {
                    Meeting?.SignalAndWait(TimeSpan.FromSeconds(10));
                    await Task.Yield();
                    Log.Information("{Root} {Host}", RootDirectory, Host.GetType().Name);
                    Console.WriteLine($"raw {Token}");
                });
    }
}
