using Nuke.Common;
using Serilog;

namespace NukeCommon.Tests.Engine;

public sealed class RunOptionsTests : EngineTest
{
    [Fact]
    public void Continue_leaves_out_what_succeeded_before()
    {
        Run<Resumable>(x => x.Last);
        Variables["REPAIRED"] = "true";

        var run = Run<Resumable>(x => x.Last, "--continue");

        Assert.Equal("Last", run.Targets);
        Assert.Equal("First Skipped // Skipped: succeeded in the last attempt", run.Row("First"));
    }

    [Fact]
    public void Continue_starts_anew_for_another_command()
    {
        Run<Resumable>(x => x.Last);
        Variables["REPAIRED"] = "true";

        var run = Run<Resumable>(x => x.Last, "Last", "--continue");

        Assert.Equal("First Last", run.Targets);
    }

    [Fact]
    public void Another_run_at_the_same_moment_does_not_mix_into_what_succeeded()
    {
        Run<Beside>(x => x.Last, "Last");

        Assert.Equal("Last\nFirst\n", File.ReadAllText(Root / ".nuke" / "temp" / "build-attempt.log"));
    }

    [Fact]
    public void The_root_is_found_above_the_working_directory_or_given()
    {
        var other = Directory.CreateDirectory(Root / "other" / ".nuke").Parent!.FullName;

        var found = Run<Build>(x => x.ShowRoot);
        var given = Run<Build>(x => x.ShowRoot, "--root", other);

        Assert.Contains($"Root={Root}", found.Lines);
        Assert.Contains($"Root={other}", given.Lines);
    }

    [Fact]
    public void Without_a_nuke_folder_the_error_says_what_to_do()
    {
        Directory.Delete(Root / ".nuke", recursive: true);

        var run = Run<Build>(x => x.Ship);

        Assert.StartsWith($"No .nuke folder was found in {Root} or above it: ", run.Error);
    }

    [Fact]
    public void What_a_run_is_told_can_be_read_from_the_build()
    {
        var run = Run<Build>(
            x => x.ShowOptions,
            "--no-logo",
            "--partition",
            "2/3",
            "--verbosity",
            "verbose",
            "--host",
            "terminal"
        );

        Assert.Contains("True False False False 2/3 Verbose Terminal True", run.Lines);
        Assert.Contains("b e", run.Lines);
    }

    private class Build : NukeBuild
    {
        public Target Ship => _ => _.Executes(() => { });

        public Target ShowRoot => _ => _.Executes(() => Log.Information("Root={Root}", RootDirectory));

        public Target ShowOptions =>
            _ =>
                _.Executes(() =>
                {
                    Log.Information(
                        "{Options}",
                        $"{NoLogo} {Plan} {Help} {Continue} {Partition} {Verbosity} {Host.GetType().Name} {IsLocalBuild}"
                    );
                    Log.Information("{Share}", string.Join(' ', Partition.GetCurrent(["a", "b", "c", "d", "e"])));
                });
    }

    private class Beside : NukeBuild
    {
        public Target First =>
            _ => _.Executes(() => File.WriteAllText(TemporaryDirectory / "build-attempt.log", "Other\nThird\n"));

        public Target Last => _ => _.DependsOn(First).Executes(() => Assert.Fail("not yet"));
    }

    private class Resumable : NukeBuild
    {
        [Parameter]
        private readonly bool Repaired = false;

        public Target First => _ => _.Executes(() => { });

        public Target Last => _ => _.DependsOn(First).Executes(() => Assert.True(Repaired));
    }
}
