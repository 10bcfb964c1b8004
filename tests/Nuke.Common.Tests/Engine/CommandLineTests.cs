using Nuke.Common;

namespace NukeCommon.Tests.Engine;

public sealed class CommandLineTests : EngineTest
{
    [Theory]
    [InlineData("", "Ship")]
    [InlineData("Test", "Test")]
    [InlineData("test", "Test")]
    [InlineData("deploy-staging", "DeployStaging")]
    [InlineData("Test DeployStaging", "Test DeployStaging")]
    [InlineData("Test+DeployStaging", "Test DeployStaging")]
    [InlineData("--target Test", "Test")]
    [InlineData("--target Test DeployStaging", "Test DeployStaging")]
    [InlineData("Test --target DeployStaging", "Test DeployStaging")]
    [InlineData("--no-logo Test", "Test")]
    [InlineData("--keep Test", "Test")]
    [InlineData("--count 3 Test", "Test")]
    [InlineData("--count=3 Test", "Test")]
    [InlineData("Test --keep DeployStaging", "Test DeployStaging")]
    [InlineData("-keep Test", "Test")]
    public void Targets_are_found_wherever_they_stand(string arguments, string expected)
    {
        var run = Run<Build>(x => x.Ship, Split(arguments));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(expected, run.Targets);
    }

    [Theory]
    [InlineData("--keep", "Keep=True")]
    [InlineData("--keep=true", "Keep=True")]
    [InlineData("--keep=false", "Keep=False")]
    [InlineData("--KEEP", "Keep=True")]
    [InlineData("--count -5", "Count=-5")]
    [InlineData("--text=a=b", "Text=a=b")]
    [InlineData("--names a b --keep", "Names=a|b")]
    [InlineData("--names a --names b", "Names=a|b")]
    [InlineData("--list a,b --list c", "List=a|b|c")]
    public void Options_take_the_words_that_are_theirs(string arguments, string expected)
    {
        var run = Run<Build>(x => x.Show, Split(arguments));

        Assert.Contains(expected, run.Lines);
    }

    [Theory]
    [InlineData("shp", "Unknown target shp. Did you mean Ship? Targets: Ship, Test, DeployStaging, Show.")]
    [InlineData("nothing-like-it", "Unknown target nothing-like-it. Targets: Ship, Test, DeployStaging, Show.")]
    [InlineData("--skip tst", "Unknown target tst. Did you mean Test? Targets: Ship, Test, DeployStaging, Show.")]
    [InlineData("--keep false", "Unknown target false. --keep takes a value only as --keep=false.")]
    [InlineData("--cuont 3", "Unknown parameter --cuont. Did you mean --count? --help lists all parameters.")]
    [InlineData("--zzzzzz", "Unknown parameter --zzzzzz. --help lists all parameters.")]
    [InlineData("--count", "Parameter --count: expected a whole number, but nothing follows it (--count).")]
    [InlineData("--count x", "Parameter --count: expected a whole number, found 'x' (--count).")]
    [InlineData("--count 1 --count 2", "Parameter --count is given twice; give it once.")]
    [InlineData("--keep=perhaps", "Parameter --keep: expected true or false, found 'perhaps' (--keep).")]
    [InlineData(
        "--verbosity loud",
        "Parameter --verbosity: expected one of Verbose, Normal, Minimal, Quiet, found 'loud' (--verbosity)."
    )]
    [InlineData(
        "--host githubaction",
        "Parameter --host: expected one of Terminal, GitHubActions, AzurePipelines, found 'githubaction'. Did you mean GitHubActions?"
    )]
    [InlineData(
        "--partition 3/2",
        "Parameter --partition: expected a value of type Partition, found '3/2' (--partition)."
    )]
    public void A_mistake_is_an_error_before_anything_runs(string arguments, string expected)
    {
        var run = Run<Build>(x => x.Ship, Split(arguments));

        Assert.Equal(255, (byte)run.ExitCode);
        Assert.Equal("", run.Targets);
        Assert.Equal(expected, run.Error);
    }

    [Fact]
    public void All_mistakes_are_reported_at_once()
    {
        var run = Run<Build>(x => x.Ship, "shp", "--cuont", "3", "--verbosity", "loud");

        Assert.Contains("Unknown target shp.", run.Output);
        Assert.Contains("Unknown parameter --cuont.", run.Output);
        Assert.Contains("Parameter --verbosity", run.Output);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--help", "no-such-target", "--no-such-parameter")]
    [InlineData("-h")]
    public void Help_always_succeeds_and_runs_nothing(params string[] arguments)
    {
        var run = Run<Build>(x => x.Ship, arguments);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Usage:", run.Output);
    }

    [Fact]
    public void Help_lists_targets_and_parameters()
    {
        var run = Run<Build>(x => x.Ship, "--help");

        Snapshot.Matches(run.Output);
    }

    [Fact]
    public void A_build_without_default_prints_its_help_when_no_target_is_named()
    {
        var run = RunWithoutDefault<Build>();

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("Usage:", run.Output);
    }

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

    private static string[] Split(string arguments) => arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private class Build : NukeBuild
    {
        [Parameter("Keeps what was made")]
        private readonly bool Keep = false;

        [Parameter("How many")]
        private readonly int Count = 0;

        [Parameter("Any text")]
        private readonly string Text = "";

        [Parameter("Who")]
        private readonly string[] Names = [];

        [Parameter("What", Separator = ",")]
        private readonly IReadOnlyList<string> List = [];

        [Parameter("How loud")]
        private readonly LogLevel? Level = null;

        [Parameter(List = false)]
        private readonly string Hidden = "";

        public Target Ship =>
            _ => _.Description("Everything, from here to there").DependsOn(Silent).Executes(() => { });

        public Target Test => _ => _.Executes(() => { });

        public Target DeployStaging => _ => _.DependsOn(Silent).After(Test).Executes(() => { });

        public Target Silent => _ => _.Unlisted();

        public Target Show =>
            _ =>
                _.Executes(() =>
                    Console(
                        $"Keep={Keep}",
                        $"Count={Count}",
                        $"Text={Text}",
                        $"Names={string.Join('|', Names)}",
                        $"List={string.Join('|', List)}",
                        $"{Level}{Hidden}"
                    )
                );

        public Target ShowRoot => _ => _.Unlisted().Executes(() => Console($"Root={RootDirectory}"));

        public Target ShowOptions =>
            _ =>
                _.Unlisted()
                    .Executes(() =>
                        Console(
                            $"{NoLogo} {Plan} {Help} {Continue} {Partition} {Verbosity} {Host.GetType().Name} {IsLocalBuild}",
                            string.Join(' ', Partition.GetCurrent(["a", "b", "c", "d", "e"]))
                        )
                    );

        private static void Console(params string[] lines) =>
            Array.ForEach(lines, x => Serilog.Log.Information("{Line}", x));
    }

    private class Resumable : NukeBuild
    {
        [Parameter]
        private readonly bool Repaired = false;

        public Target First => _ => _.Executes(() => { });

        public Target Last => _ => _.DependsOn(First).Executes(() => Assert.True(Repaired));
    }
}
