using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace NukeCommon.Tests.Tooling;

[Collection(LogCollection.Name)]
public sealed class ToolTasksTests : IDisposable
{
    private readonly CapturedLog log = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        log.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Options_become_the_command_line_and_environment_of_the_tool()
    {
        var output = SampleTasks.Sample(o =>
            o.SetProcessToolPath(Script("echo \"$@\"; echo $GREETING; pwd"))
                .SetProcessWorkingDirectory(folder.Path)
                .SetProcessEnvironmentVariable("GREETING", "hello")
                .SetName("white space")
        );

        Assert.Equal(["sample run --name white space", "hello", folder.Path], output.Select(line => line.Text));
    }

    [Theory]
    [InlineData("$HOME `id` $(id) * ~ ; | & > <")]
    [InlineData("it's \"quoted\" twice")]
    [InlineData("ends in \\")]
    [InlineData("\\\"")]
    [InlineData("a\nb\tc")]
    [InlineData("")]
    [InlineData("äöü €")]
    public void An_argument_arrives_as_it_is_because_no_shell_reads_it(string value)
    {
        var output = SampleTasks.Sample(o =>
            o.SetProcessToolPath(Script("printf '%s' \"$4\"; echo; echo \"$#\"")).SetName(value)
        );

        Assert.Equal($"{value}\n4", output.StdToText());
    }

    [Fact]
    public void Lines_are_logged_at_the_level_of_their_pattern()
    {
        SampleTasks.Sample($"-c {"echo warning: a; echo error: b; echo c; echo d >&2"}", logInvocation: false);

        Assert.Equal(["Debug: c", "Debug: d", "Error: error: b", "Warning: warning: a"], log.Lines.Order());
    }

    [Fact]
    public void Secret_arguments_are_redacted()
    {
        var output = SampleTasks.Sample(o => o.SetProcessToolPath(Script("echo \"$@\"")).SetToken("s3cret"));

        Assert.Equal("sample run --token [REDACTED]", output.StdToText());
        Assert.DoesNotContain(log.Lines, line => line.Contains("s3cret"));
    }

    [Fact]
    public void A_logger_of_the_options_takes_the_output()
    {
        List<string> lines = [];

        SampleTasks.Sample(o =>
            o.SetProcessToolPath(Script("echo hi"))
                .SetProcessLogger((_, text) => lines.Add(text))
                .SetProcessInvocationLogging(false)
        );

        Assert.Equal(["hi"], lines);
        Assert.Empty(log.Lines);
    }

    [Fact]
    public void An_exit_code_is_a_failure_unless_the_options_say_otherwise()
    {
        var failing = new SampleOptions().SetProcessToolPath(Script("exit 10"));
        var seen = 0;

        Assert.Throws<ProcessException>(() => SampleTasks.Sample(failing));
        SampleTasks.Sample(failing.DisableProcessExitHandling());
        SampleTasks.Sample(
            failing.SetProcessExitHandler(process =>
            {
                seen = process.ExitCode;
            })
        );
        Assert.Equal(10, seen);
    }

    [Fact]
    public void A_time_out_is_a_failure_even_without_exit_handling()
    {
        Assert.Throws<ProcessException>(() =>
            SampleTasks.Sample(o =>
                o.SetProcessToolPath(Script("exec sleep 600"))
                    .SetProcessExecutionTimeout(100)
                    .DisableProcessExitHandling()
            )
        );
    }

    [Fact]
    public void Variants_are_all_executed()
    {
        var script = Script("echo \"$@\"");

        var results = SampleTasks.Sample(
            o => o.SetProcessToolPath(script).CombineWith(["a", "b", "c"], (o, name) => o.SetName(name)),
            degreeOfParallelism: 2
        );

        Assert.Equal(
            [("a", "sample run --name a"), ("b", "sample run --name b"), ("c", "sample run --name c")],
            results.Select(result => (result.Settings.Name, result.Output.StdToText()))
        );
    }

    [Fact]
    public void After_a_failed_variant_nothing_is_started()
    {
        var exception = Assert.Throws<ProcessException>(() => SampleTasks.Sample(Failing));

        Assert.Contains("exited with code 1", exception.Message);
        Assert.False((folder.Path / "b").FileExists());
    }

    [Fact]
    public void All_variants_are_executed_in_spite_of_failures_on_demand()
    {
        var exception = Assert.Throws<AggregateException>(() => SampleTasks.Sample(Failing, completeOnFailure: true));

        Assert.Equal(2, exception.InnerExceptions.Count);
        Assert.True((folder.Path / "b").FileExists());
    }

    [Fact]
    public void An_environment_variable_overrides_the_executable()
    {
        var original = SampleTasks.SamplePath;
        try
        {
            SampleTasks.SamplePath = Script("echo replaced");

            Assert.Equal("replaced", SampleTasks.Sample($"-c {"echo original"}").StdToText());
            Assert.Equal(SampleTasks.SamplePath, EnvironmentInfo.GetVariable("SAMPLE_EXE"));

            SampleTasks.SamplePath = "/missing";
            var exception = Assert.Throws<ArgumentException>(() => SampleTasks.SamplePath);
            Assert.Contains("SAMPLE_EXE names the executable '/missing'", exception.Message);
        }
        finally
        {
            EnvironmentInfo.RemoveVariable("SAMPLE_EXE");
        }

        Assert.Equal(original, SampleTasks.SamplePath);
    }

    private IEnumerable<SampleOptions> Failing(SampleOptions options) =>
        options
            .SetProcessToolPath(Script("touch \"$4\"; exit 1"))
            .SetProcessWorkingDirectory(folder.Path)
            .CombineWith(["a", "b"], (o, name) => o.SetName(name));

    private string Script(string body) => folder.Script("script.sh", body);
}
