using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>What a build expects of a process and its output.</summary>
public static class ProcessExtensions
{
    /// <summary>Waits for the end; a process that was killed at its time-out is a failure.</summary>
    public static IProcess AssertWaitForExit(this IProcess process)
    {
        if (!process.NotNull().WaitForExit())
            throw new ProcessException(process, $"was killed at its time-out{(process as ToolProcess)?.TimeoutText}");

        return process;
    }

    /// <summary>Waits for the end; a time-out or an exit code other than 0 is a failure.</summary>
    public static IProcess AssertZeroExitCode(this IProcess process)
    {
        process.AssertWaitForExit();
        return process.ExitCode == 0 ? process : throw new ProcessException(process);
    }

    /// <summary>Returns the output, or throws if any of it is error output.</summary>
    public static IReadOnlyCollection<Output> EnsureOnlyStd(this IReadOnlyCollection<Output> output)
    {
        var errors = output.Where(line => line.Type == OutputType.Err).Select(line => line.Text).ToList();
        Assert.Empty(errors, $"Expected no error output, but found:{Environment.NewLine}{errors.JoinNewLine()}");
        return output;
    }

    /// <summary>The lines of the standard output as one text.</summary>
    public static string StdToText(this IEnumerable<Output> output) =>
        output.Where(line => line.Type == OutputType.Std).Select(line => line.Text).JoinNewLine();
}
