using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

namespace NukeCommon.Tests.Engine;

public sealed class ParameterFileTests : EngineTest
{
    private AbsolutePath File => Root / ".nuke" / "parameters.json";

    [Fact]
    public void A_key_that_is_no_parameter_is_an_error_that_names_the_closest_one()
    {
        Write("""{ "$schema": "build.schema.json", "Cuont": 3 }""");

        var run = Run<Build>(x => x.Show);

        Assert.Equal(255, (byte)run.ExitCode);
        Assert.Equal($"Unknown parameter Cuont in {File}. Did you mean Count?", run.Error);
    }

    [Theory]
    [InlineData("Profile", "--profile")]
    [InlineData("Root", "--root")]
    public void What_decides_which_files_are_read_cannot_come_from_one(string name, string option)
    {
        Write($$"""{ "{{name}}": "x" }""");

        var run = Run<Build>(x => x.Show);

        Assert.Equal($"{name} in {File} comes too late: give {option} on the command line.", run.Error);
    }

    [Fact]
    public void Targets_to_leave_out_may_come_from_the_file()
    {
        Write("""{ "Skip": ["Prepare"] }""");

        Assert.Equal("Show", Run<Build>(x => x.Show).Targets);
    }

    [Fact]
    public void Targets_to_leave_out_are_checked_wherever_they_come_from()
    {
        Write("""{ "Skip": ["Prepaer"] }""");

        Assert.StartsWith("Unknown target Prepaer. Did you mean Prepare?", Run<Build>(x => x.Show).Error);
    }

    [Fact]
    public void Targets_of_the_file_run_where_the_command_line_names_none()
    {
        Write("""{ "Target": ["Prepare"] }""");

        Assert.Equal("Prepare", Run<Build>(x => x.Show).Targets);
        Assert.Equal("Other", Run<Build>(x => x.Show, "other").Targets);
    }

    [Fact]
    public void A_profile_may_come_from_the_environment()
    {
        System.IO.File.WriteAllText(Root / ".nuke" / "parameters.night.json", """{ "Count": 9 }""");
        Variables["NUKE_PROFILE"] = "night";

        Assert.Contains("count 9", Run<Build>(x => x.Show).Lines);
    }

    [Fact]
    public void An_encrypted_secret_is_refused_and_not_taken_for_the_secret_itself()
    {
        Write("""{ "Token": "v1:c2VjcmV0" }""");

        var run = Run<Build>(x => x.Show);

        Assert.StartsWith(
            $"Parameter --token: Token in {File} is encrypted by 'nuke :secrets', which only the real package reads;",
            run.Error
        );
    }

    private void Write(string content) => System.IO.File.WriteAllText(File, content);

    private class Build : NukeBuild
    {
        [Parameter]
        private readonly int Count = 7;

        [Parameter]
        [Secret]
        private readonly string Token = "";

        public Target Prepare => _ => _.Executes(() => { });

        public Target Show =>
            _ => _.DependsOn(Prepare).Executes(() => Log.Information("count {Count}", Count + Token.Length));

        public Target Other => _ => _.Executes(() => { });
    }
}
