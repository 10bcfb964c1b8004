using System.Reflection;
using System.Text.RegularExpressions;
using Nuke.Common.Utilities;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>Base of the classes that wrap a tool.</summary>
public abstract class ToolTasks
{
    private const string Suffix = "Tasks";

    private string EnvironmentExecutable =>
        $"{(GetType().Name is var name && name.EndsWith(Suffix) ? name[..^Suffix.Length] : name).ToUpperInvariant()}_EXE";

    /// <summary>What happens with a line of output; by default it is logged at the level that the class's attributes say.</summary>
    protected internal virtual Action<OutputType, string> GetLogger(ToolOptions options = null)
    {
        var patterns = GetType()
            .GetCustomAttributes<LogLevelPattern>()
            .Select(attribute => (attribute.Level, Regex: new Regex(attribute.Pattern)))
            .ToList();
        var error = GetType().IsDefined(typeof(LogErrorAsStandard)) ? LogEventLevel.Debug : LogEventLevel.Error;

        return (type, text) =>
        {
            var otherwise = type == OutputType.Err ? error : LogEventLevel.Debug;
            var level = patterns
                .Where(pattern => pattern.Regex.IsMatch(text))
                .Select(pattern => pattern.Level)
                .FirstOrDefault(otherwise);
            Log.Write(level, text.EscapeBraces());
        };
    }

    /// <summary>The tool's executable, unless the environment variable <c>&lt;TOOL&gt;_EXE</c> or the options name another one.</summary>
    protected virtual string GetToolPath(ToolOptions options = null) =>
        GetType()
            .GetCustomAttribute<ToolAttribute>()
            .NotNull($"{GetType().Name} has no [PathTool(Executable = …)] and does not override GetToolPath")
            .GetToolPath();

    /// <summary>Runs the tool with the options and judges its end by <see cref="GetExitHandler"/>.</summary>
    protected virtual IReadOnlyCollection<Output> Run<T>(T options = null)
        where T : ToolOptions, new()
    {
        options = PreProcess(options ?? new T());
        using var process = ProcessTasks.StartProcess(
            GetToolPathInternal(options),
            options.GetArguments().JoinSpace(),
            options.ProcessWorkingDirectory,
            options.ProcessEnvironmentVariables,
            options.ProcessExecutionTimeout,
            options.ProcessOutputLogging,
            options.ProcessInvocationLogging,
            options.ProcessLogger ?? GetLogger(options),
            Redaction.Of(options.GetSecrets())
        );

        process.AssertWaitForExit();
        GetExitHandler(options)(options, process);
        PostProcess(options);
        return process.Output;
    }

    /// <summary>Runs the tool with a plain command line.</summary>
    protected IReadOnlyCollection<Output> Run(
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<IProcess, object> exitHandler = null
    )
    {
        using var process = ProcessTasks.StartProcess(
            GetToolPathInternal(),
            arguments,
            workingDirectory,
            environmentVariables,
            timeout,
            logOutput,
            logInvocation,
            logger ?? GetLogger()
        );

        process.AssertWaitForExit();
        (exitHandler ?? (ended => ended.AssertZeroExitCode()))(process);
        return process.Output;
    }

    /// <summary>How an ended process is judged; by default exit code 0 is demanded unless the options say otherwise.</summary>
    protected virtual Func<ToolOptions, IProcess, object> GetExitHandler(ToolOptions options = null) =>
        (_, process) =>
            options?.ProcessExitHandler is { } handler ? handler(process)
            : options?.ProcessExitHandling ?? true ? process.AssertZeroExitCode()
            : process;

    /// <summary>Last changes of the options before the tool runs.</summary>
    protected virtual T PreProcess<T>(T options)
        where T : ToolOptions => options;

    /// <summary>Runs after the tool has succeeded.</summary>
    protected virtual void PostProcess(ToolOptions options) { }

    protected string GetToolPathInternal(ToolOptions options = null) =>
        options?.ProcessToolPath
        ?? ToolPathResolver.TryGetEnvironmentExecutable(EnvironmentExecutable)
        ?? GetToolPath(options);

    /// <summary>Overrides the executable for this process and those that it starts.</summary>
    protected void SetToolPath(string path) => EnvironmentInfo.SetVariable(EnvironmentExecutable, path);
}
