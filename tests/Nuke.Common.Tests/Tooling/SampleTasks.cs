using Nuke.Common.Tooling;
using Serilog.Events;

namespace NukeCommon.Tests.Tooling;

/// <summary>A wrapper in the form that the code generator of Nuke 10 writes; its tool is the shell.</summary>
[PathTool(Executable = PathExecutable)]
[LogErrorAsStandard]
[LogLevelPattern(LogEventLevel.Warning, "^warning:")]
[LogLevelPattern(LogEventLevel.Error, "^error:")]
public class SampleTasks : ToolTasks, IRequirePathTool
{
    public const string PathExecutable = "sh";

    public static string SamplePath
    {
        get => new SampleTasks().GetToolPathInternal();
        set => new SampleTasks().SetToolPath(value);
    }

    public static IReadOnlyCollection<Output> Sample(
        ArgumentStringHandler arguments,
        string? workingDirectory = null,
        IReadOnlyDictionary<string, string>? environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string>? logger = null,
        Func<IProcess, object>? exitHandler = null
    ) =>
        new SampleTasks().Run(
            arguments,
            workingDirectory,
            environmentVariables,
            timeout,
            logOutput,
            logInvocation,
            logger,
            exitHandler
        );

    public static IReadOnlyCollection<Output> Sample(SampleOptions? options = null) =>
        new SampleTasks().Run(options ?? new SampleOptions());

    public static IReadOnlyCollection<Output> Sample(Configure<SampleOptions> configurator) =>
        new SampleTasks().Run<SampleOptions>(configurator.Invoke(new SampleOptions()));

    public static IEnumerable<(SampleOptions Settings, IReadOnlyCollection<Output> Output)> Sample(
        CombinatorialConfigure<SampleOptions> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(Sample, degreeOfParallelism, completeOnFailure);
}
