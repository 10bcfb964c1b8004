using System.Diagnostics;
using Nuke.Common;
using Nuke.Common.Tooling;

namespace NukeCommon.Tests.Tooling;

[Collection(LogCollection.Name)]
public sealed class ProcessTasksTests : IDisposable
{
    private readonly CapturedLog log = new();

    public void Dispose() => log.Dispose();

    [Fact]
    public void Arguments_reach_the_program_as_they_are()
    {
        var values = new[] { "a b", "$HOME", "*", "it's", "say \"hi\"", @"back\slash\", "; exit 1", "ünï" };

        var output = Finished(
            ProcessTasks.StartProcess(
                "printf",
                $"[%s]\\n {values[0]} {values[1]} {values[2]} {values[3]} {values[4]} {values[5]} {values[6]} {values[7]}"
            )
        );

        Assert.Equal(values.Select(value => $"[{value}]"), output.Select(line => line.Text));
    }

    [Fact]
    public void Both_outputs_are_kept_and_logged()
    {
        var output = Finished(Shell("echo out {0}; echo err >&2"));

        Assert.Equal(["err", "out {0}"], output.Select(line => line.Text).Order());
        Assert.Equal("out {0}", output.StdToText());
        Assert.Contains("Debug: out {0}", log.Lines);
        Assert.Contains("Error: err", log.Lines);
    }

    [Fact]
    public void The_invocation_is_logged_with_secrets_redacted()
    {
        var output = Finished(ProcessTasks.StartProcess("printf", $"%s {"s3cret":r}"));

        Assert.Equal("[REDACTED]", output.StdToText());
        Assert.Equal($"Information: > {ToolPathResolver.GetPathExecutable("printf")} %s [REDACTED]", log.Lines[0]);
        Assert.DoesNotContain(log.Lines, line => line.Contains("s3cret"));
    }

    [Fact]
    public void Logging_can_be_turned_off_or_taken_over()
    {
        List<string> lines = [];

        Finished(Shell("echo a", logOutput: false, logInvocation: false));
        Finished(Shell("echo b", logInvocation: false, logger: (type, text) => lines.Add($"{type} {text}")));

        Assert.Empty(log.Lines);
        Assert.Equal(["Std b"], lines);
    }

    [Fact]
    public void Full_pipes_of_both_outputs_do_not_block()
    {
        const string Lines = "i=0; while [ $i -lt 20000 ]; do echo line-$i; echo line-$i >&2; i=$((i+1)); done";

        var output = Finished(Shell(Lines, logOutput: false));

        var expected = Enumerable.Range(0, 20_000).Select(i => $"line-{i}").ToList();
        Assert.Equal(expected, output.Where(line => line.Type == OutputType.Std).Select(line => line.Text));
        Assert.Equal(expected, output.Where(line => line.Type == OutputType.Err).Select(line => line.Text));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Hundred_megabytes_on_each_output_arrive()
    {
        const string Endless = "yes 0123456789012345678901234567890123456789012345678901234567890123456789";
        const int Count = 1_500_000;
        var received = new int[2];

        var process = Shell(
            $"{Endless} 2>/dev/null | head -n {Count} & {Endless} 2>/dev/null | head -n {Count} >&2; wait",
            logger: (type, _) => received[(int)type]++
        );
        Finished(process);

        Assert.Equal([Count, Count], received);
    }

    [Fact]
    public void A_logger_that_throws_fails_the_wait_and_does_not_block_the_process()
    {
        const string Lines = "i=0; while [ $i -lt 20000 ]; do echo line-$i; i=$((i+1)); done";
        var process = Shell(Lines, logger: (_, _) => throw new InvalidOperationException("broken logger"));

        var exception = Assert.Throws<InvalidOperationException>(() => process.WaitForExit());

        Assert.Equal("broken logger", exception.Message);
        Assert.Equal(20_000, process.Output.Count);
    }

    [Fact]
    public void A_process_is_killed_as_a_tree_at_its_time_out()
    {
        var grandchild = new TaskCompletionSource<int>();
        var process = Shell(
            "sh -c 'echo $$; exec sleep 600' & wait",
            timeout: 500,
            logger: (_, text) => grandchild.SetResult(int.Parse(text))
        );

        var exception = Assert.Throws<ProcessException>(() => process.AssertWaitForExit());

        Assert.Contains(
            "Process 'sh' was killed at its time-out of 0.5 s, with all it had started.",
            exception.Message
        );
        Assert.True(SpinWait.SpinUntil(() => Ended(grandchild.Task.Result), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void A_survivor_that_holds_the_output_open_does_not_hold_up_the_wait()
    {
        var process = Shell("sleep 600 & echo $!");

        var output = Finished(process);

        Process.GetProcessById(int.Parse(output.StdToText())).Kill();
    }

    [Fact]
    public void A_failure_shows_the_command_line_the_exit_code_and_the_last_errors()
    {
        var sh = ToolPathResolver.GetPathExecutable("sh");
        var process = ProcessTasks.StartProcess(
            "sh",
            $"-c {"i=0; while [ $i -lt 30 ]; do echo e-$i $1 >&2; i=$((i+1)); done; exit 7"} x {"s3cret":r}",
            "/"
        );

        var exception = Assert.Throws<ProcessException>(() => process.AssertZeroExitCode());

        Assert.Equal(7, exception.ExitCode);
        var lines = exception.Message.ReplaceLineEndings("\n").Split('\n');
        Assert.Equal("Process 'sh' exited with code 7.", lines[0]);
        Assert.StartsWith($"   > {sh} -c ", lines[1]);
        Assert.EndsWith(" x [REDACTED]", lines[1]);
        Assert.Equal("   @ /", lines[2]);
        Assert.Equal("   Last lines of its error output:", lines[3]);
        Assert.Equal(Enumerable.Range(10, 20).Select(i => $"      e-{i} [REDACTED]"), lines[4..]);
    }

    [Fact]
    public void A_failure_without_error_output_shows_the_last_output()
    {
        var exception = Assert.Throws<ProcessException>(() => Shell("echo hint; exit 1").AssertZeroExitCode());

        Assert.Contains("Last lines of its output:", exception.Message);
        Assert.EndsWith("      hint", exception.Message);
    }

    [Fact]
    public void Given_variables_replace_the_environment()
    {
        var variables = new Dictionary<string, string> { ["A"] = "1" };

        var output = Finished(ProcessTasks.StartProcess("env", environmentVariables: variables));

        Assert.Equal("A=1", output.StdToText());
    }

    [Fact]
    public void A_missing_working_directory_is_named()
    {
        var exception = Assert.Throws<ArgumentException>(() => ProcessTasks.StartProcess("sh", "", "/missing"));

        Assert.Contains("The working directory of 'sh' does not exist: /missing", exception.Message);
    }

    [Fact]
    public void A_missing_program_is_named_with_the_path()
    {
        var exception = Assert.Throws<ArgumentException>(() => ProcessTasks.StartProcess("no-such-program"));

        Assert.Contains("Executable 'no-such-program' is not on the PATH", exception.Message);
    }

    [Fact]
    public void A_process_tells_what_it_is()
    {
        using var process = Shell("exec sleep 600");

        Assert.False(process.HasExited);
        Assert.True(process.Id > 0);
        Assert.Equal(EnvironmentInfo.WorkingDirectory, process.WorkingDirectory);

        process.Kill();

        Assert.True(process.WaitForExit());
        Assert.True(process.HasExited);
        process.Kill();
    }

    [Fact]
    public void Error_output_can_be_forbidden()
    {
        Finished(Shell("echo fine")).EnsureOnlyStd();

        Assert.Throws<ArgumentException>(() => Finished(Shell("echo oops >&2")).EnsureOnlyStd());
    }

    private static IProcess Shell(
        string script,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null
    ) =>
        ProcessTasks.StartProcess(
            "sh",
            $"-c {script}",
            timeout: timeout,
            logOutput: logOutput,
            logInvocation: logInvocation,
            logger: logger
        );

    private static IReadOnlyCollection<Output> Finished(IProcess process) => process.AssertZeroExitCode().Output;

    // A killed process whose parent died first stays a zombie where no init reaps it.
    private static bool Ended(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/stat").Split(") ")[^1].StartsWith('Z');
        }
        catch (IOException)
        {
            return true;
        }
    }
}
