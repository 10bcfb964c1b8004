using System.Diagnostics;
using Nuke.Common.Execution;
using Nuke.Common.Utilities;
using Serilog;

namespace Nuke.Common.Tooling;

/// <summary>Starts processes, without a shell.</summary>
public static class ProcessTasks
{
    /// <inheritdoc cref="StartProcess(string, string, string, IReadOnlyDictionary{string, string}, int?, bool?, bool?, Action{OutputType, string}, Func{string, string})"/>
    public static IProcess StartProcess(
        string toolPath,
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null
    ) =>
        StartProcess(
            toolPath,
            arguments.ToStringAndClear(),
            workingDirectory,
            environmentVariables,
            timeout,
            logOutput,
            logInvocation,
            logger,
            arguments.GetFilter()
        );

    /// <summary>
    /// Starts a program, found on the PATH unless it is a path. <paramref name="environmentVariables"/> replace those
    /// of this process; <paramref name="timeout"/> is in milliseconds; <paramref name="outputFilter"/> redacts all
    /// that is shown or kept of the process.
    /// </summary>
    public static IProcess StartProcess(
        string toolPath,
        string arguments = null,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<string, string> outputFilter = null
    )
    {
        var start = new ProcessStartInfo
        {
            FileName = ToolPathResolver.GetPathExecutable(toolPath.NotNullOrEmpty()),
            Arguments = arguments ?? "",
            WorkingDirectory = workingDirectory ?? EnvironmentInfo.WorkingDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Assert.DirectoryExists(
            start.WorkingDirectory,
            $"The working directory of '{toolPath}' does not exist: {start.WorkingDirectory}"
        );
        if (environmentVariables is not null)
        {
            start.Environment.Clear();
            foreach (var (name, value) in environmentVariables)
                start.Environment[name] = value;
        }

        var filter = outputFilter ?? (text => text);
        if (logInvocation ?? true)
            Log.Information($"> {start.FileName} {filter(start.Arguments)}".TrimEnd().EscapeBraces());

        if (filter(start.Arguments) != start.Arguments || BuildRun.Current.Secrets.OccurIn(start.Arguments))
        {
            Log.Warning(
                "{Tool} gets a secret as an argument, and everyone on this machine can read arguments: "
                    + "if it takes an environment variable or standard input, use that.",
                Path.GetFileName(toolPath)
            );
        }

        var process = Process.Start(start).NotNull();
        var limit = timeout is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : (TimeSpan?)null;
        return new ToolProcess(process, filter, limit, logOutput ?? true ? logger ?? DefaultLogger : null);
    }

    /// <summary>Logs standard output as debug, error output as error.</summary>
    public static void DefaultLogger(OutputType type, string output)
    {
        if (type == OutputType.Err)
            Log.Error(output.EscapeBraces());
        else
            Log.Debug(output.EscapeBraces());
    }
}
