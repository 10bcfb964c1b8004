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
    [InlineData("--partition 3/2", "Parameter --partition: expected a share such as 2/3, found '3/2' (--partition).")]
    public void A_mistake_is_an_error_before_anything_runs(string arguments, string expected)
    {
        var run = Run<Build>(x => x.Ship, Split(arguments));

        Assert.Equal(255, (byte)run.ExitCode);
        Assert.Equal("", run.Targets);
        Assert.Equal(expected, run.Error);
    }

    [Fact]
    public void An_empty_word_does_not_run_the_default_target()
    {
        var run = Run<Build>(x => x.Ship, "");

        Assert.Equal("", run.Targets);
        Assert.Equal("An empty word stands where a target should: name the target, or leave the word out.", run.Error);
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

        private static void Console(params string[] lines) =>
            Array.ForEach(lines, x => Serilog.Log.Information("{Line}", x));
    }
}
