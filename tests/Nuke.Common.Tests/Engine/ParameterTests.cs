using Nuke.Common;
using Serilog;

namespace NukeCommon.Tests.Engine;

public sealed class ParameterTests : EngineTest
{
    [Fact]
    public void The_command_line_wins_over_everything()
    {
        Variables["FAULT_ERROR_RATE"] = "0.2";
        WriteParameters("parameters.json", """{ "FaultErrorRate": 0.5 }""");

        var run = Run<Build>(x => x.Show, "--fault-error-rate", "0.1");

        Assert.Contains("rate 0.1", run.Lines);
    }

    [Theory]
    [InlineData("FAULT_ERROR_RATE")]
    [InlineData("FaultErrorRate")]
    [InlineData("NUKE_FAULT_ERROR_RATE")]
    public void The_environment_wins_over_files(string variable)
    {
        Variables[variable] = "0.2";
        WriteParameters("parameters.json", """{ "FaultErrorRate": 0.5 }""");

        var run = Run<Build>(x => x.Show);

        Assert.Contains("rate 0.2", run.Lines);
    }

    [Fact]
    public void A_profile_wins_over_the_common_file()
    {
        WriteParameters("parameters.night.json", """{ "FaultErrorRate": 0.4 }""");
        WriteParameters(
            "parameters.json",
            """
            {
              // what everyone gets
              "$schema": "build.schema.json",
              "FaultErrorRate": 0.5,
              "Count": null,
              "Names": ["a", "b"],
              "Keep": true,
            }
            """
        );

        var run = Run<Build>(x => x.Show, "--profile", "night");

        Assert.Contains("rate 0.4", run.Lines);
        Assert.Contains("names a|b", run.Lines);
        Assert.Contains("keep True", run.Lines);
        Assert.Contains("count 7", run.Lines);
    }

    [Fact]
    public void A_profile_that_does_not_exist_is_an_error()
    {
        var run = Run<Build>(x => x.Show, "--profile", "night");

        Assert.Equal(
            $"Profile night was not found: {Root / ".nuke" / "parameters.night.json"} does not exist.",
            run.Error
        );
    }

    [Theory]
    [InlineData("""["x"]""", "is no valid parameters file: expected an object, found StartArray.")]
    [InlineData("""{ "Count": 1""", "is no valid parameters file: ")]
    [InlineData(
        """{ "Count": { "a": 1 } }""",
        "Count is StartObject; expected a text, a number, true, false, or an array of these."
    )]
    public void A_broken_file_is_an_error_that_names_it(string content, string expected)
    {
        WriteParameters("parameters.json", content);

        var run = Run<Build>(x => x.Show);

        Assert.Equal(255, (byte)run.ExitCode);
        Assert.StartsWith($"{Root / ".nuke" / "parameters.json"}", run.Error);
        Assert.Contains(expected, run.Error);
    }

    [Fact]
    public void What_does_not_convert_is_an_error_that_names_its_source()
    {
        WriteParameters("parameters.json", """{ "Count": "many" }""");
        Variables["FAULT_ERROR_RATE"] = "1,5";

        var run = Run<Build>(x => x.Show);

        Assert.Contains(
            $"Parameter --count: expected a whole number, found 'many' (Count in {Root / ".nuke" / "parameters.json"}).",
            run.Output
        );
        Assert.Contains(
            "Parameter --fault-error-rate: expected a number (double), found '1,5' (environment variable FAULT_ERROR_RATE).",
            run.Output
        );
    }

    [Fact]
    public void Several_values_for_a_single_one_are_an_error()
    {
        WriteParameters("parameters.json", """{ "Count": [1, 2] }""");

        var run = Run<Build>(x => x.Show);

        Assert.StartsWith("Parameter --count: expected a whole number, but there are 2 values (Count in ", run.Error);
    }

    [Fact]
    public void Whitespace_does_not_split_a_variable_but_the_separator_does()
    {
        Variables["NAMES"] = "a b";
        Variables["LIST"] = "a,b";

        var run = Run<Build>(x => x.Show);

        Assert.Contains("names a b", run.Lines);
        Assert.Contains("list a|b", run.Lines);
    }

    [Fact]
    public void An_empty_variable_is_no_value()
    {
        Variables["COUNT"] = "";

        var run = Run<Build>(x => x.Show);

        Assert.Contains("count 7", run.Lines);
    }

    [Fact]
    public void Options_of_the_engine_come_from_files_and_prefixed_variables_too()
    {
        Variables["HOST"] = "x86_64-linux";
        Variables["NUKE_VERBOSITY"] = "quiet";
        WriteParameters("parameters.json", """{ "Host": "AzurePipelines" }""");

        var run = Run<Build>(x => x.Show);

        Assert.Equal(Verbosity.Quiet, run.Context.Verbosity);
        Assert.Contains("##[group]Show", run.Lines);
    }

    [Fact]
    public void A_prefix_belongs_to_the_name()
    {
        var run = Run<Build>(x => x.Show, "--release-name", "1.0");

        Assert.Contains("release 1.0", run.Lines);
    }

    [Fact]
    public void A_parameter_without_a_source_keeps_its_default()
    {
        var run = Run<Build>(x => x.Show);

        Assert.Contains("count 7", run.Lines);
        Assert.Contains("level Normal", run.Lines);
        Assert.Contains("release none", run.Lines);
    }

    private void WriteParameters(string file, string content) => File.WriteAllText(Root / ".nuke" / file, content);

    [ParameterPrefix("Release")]
    private interface IRelease : INukeBuild
    {
        [Parameter]
        string Name => TryGetValue(() => Name) ?? "none";
    }

    private interface ILevel : INukeBuild
    {
        [Parameter]
        Verbosity Level => TryGetValue<Verbosity?>(() => Level) ?? Verbosity.Normal;
    }

    private class Build : NukeBuild, IRelease, ILevel
    {
        [Parameter]
        private readonly double FaultErrorRate = 0.3;

        [Parameter]
        private readonly int Count = 7;

        [Parameter]
        private readonly string[] Names = [];

        [Parameter(Separator = ",")]
        private readonly string[] List = [];

        [Parameter]
        private bool Keep { get; }

        public Target Show =>
            _ =>
                _.Executes(() =>
                {
                    Log.Warning("rate {Rate}", FaultErrorRate);
                    Log.Information("rate {Rate}", FaultErrorRate);
                    Log.Information("count {Count}", Count);
                    Log.Information("names {Names}", string.Join('|', Names));
                    Log.Information("list {List}", string.Join('|', List));
                    Log.Information("keep {Keep}", Keep);
                    Log.Information("release {Name}", ((IRelease)this).Name);
                    Log.Information("level {Level}", ((ILevel)this).Level);
                });
    }
}
