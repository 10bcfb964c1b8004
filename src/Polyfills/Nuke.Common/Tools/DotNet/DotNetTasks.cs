using System.Reflection;
using System.Text.RegularExpressions;
using Nuke.Common.Tooling;
using Serilog.Events;

namespace Nuke.Common.Tools.DotNet;

/// <summary>The .NET command line; what it reports in MSBuild's form is logged as error or warning.</summary>
[PathTool(Executable = PathExecutable)]
[LogLevelPattern(LogEventLevel.Warning, @"(^|: )warning(\s+\w+\d+)?\s*:")]
[LogLevelPattern(LogEventLevel.Error, @"(^|: )error(\s+\w+\d+)?\s*:")]
public partial class DotNetTasks : ToolTasks, IRequirePathTool
{
    public const string PathExecutable = "dotnet";

    /// <summary>The executable; <c>DOTNET_EXE</c> overrides the one on the PATH.</summary>
    public static string DotNetPath
    {
        get => new DotNetTasks().GetToolPathInternal();
        set => new DotNetTasks().SetToolPath(value);
    }

    /// <summary>Runs any command; <paramref name="timeout"/> is in milliseconds.</summary>
    public static IReadOnlyCollection<Output> DotNet(
        ArgumentStringHandler arguments,
        string workingDirectory = null,
        IReadOnlyDictionary<string, string> environmentVariables = null,
        int? timeout = null,
        bool? logOutput = null,
        bool? logInvocation = null,
        Action<OutputType, string> logger = null,
        Func<IProcess, object> exitHandler = null
    ) =>
        new DotNetTasks().Run(
            arguments,
            workingDirectory,
            environmentVariables,
            timeout,
            logOutput,
            logInvocation,
            logger,
            exitHandler
        );

    /// <summary>Restores the packages of a project or solution.</summary>
    public static IReadOnlyCollection<Output> DotNetRestore(DotNetRestoreSettings options = null) =>
        new DotNetTasks().Run(options);

    /// <summary>Restores the packages of a project or solution.</summary>
    public static IReadOnlyCollection<Output> DotNetRestore(Configure<DotNetRestoreSettings> configurator) =>
        new DotNetTasks().Run(configurator.Invoke(new DotNetRestoreSettings()));

    /// <summary>Builds a project or solution.</summary>
    public static IReadOnlyCollection<Output> DotNetBuild(DotNetBuildSettings options = null) =>
        new DotNetTasks().Run(options);

    /// <summary>Builds a project or solution.</summary>
    public static IReadOnlyCollection<Output> DotNetBuild(Configure<DotNetBuildSettings> configurator) =>
        new DotNetTasks().Run(configurator.Invoke(new DotNetBuildSettings()));

    /// <summary>Builds a project or solution. Once for each variant that the configurator makes.</summary>
    public static IEnumerable<(DotNetBuildSettings Settings, IReadOnlyCollection<Output> Output)> DotNetBuild(
        CombinatorialConfigure<DotNetBuildSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DotNetBuild, degreeOfParallelism, completeOnFailure);

    /// <summary>Runs the tests of a project or solution.</summary>
    public static IReadOnlyCollection<Output> DotNetTest(DotNetTestSettings options = null) =>
        new DotNetTasks().Run(options);

    /// <summary>Runs the tests of a project or solution.</summary>
    public static IReadOnlyCollection<Output> DotNetTest(Configure<DotNetTestSettings> configurator) =>
        new DotNetTasks().Run(configurator.Invoke(new DotNetTestSettings()));

    /// <summary>Runs the tests of a project or solution. Once for each variant that the configurator makes.</summary>
    public static IEnumerable<(DotNetTestSettings Settings, IReadOnlyCollection<Output> Output)> DotNetTest(
        CombinatorialConfigure<DotNetTestSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DotNetTest, degreeOfParallelism, completeOnFailure);

    /// <summary>Publishes a project for deployment.</summary>
    public static IReadOnlyCollection<Output> DotNetPublish(DotNetPublishSettings options = null) =>
        new DotNetTasks().Run(options);

    /// <summary>Publishes a project for deployment.</summary>
    public static IReadOnlyCollection<Output> DotNetPublish(Configure<DotNetPublishSettings> configurator) =>
        new DotNetTasks().Run(configurator.Invoke(new DotNetPublishSettings()));

    /// <summary>Publishes a project for deployment. Once for each variant that the configurator makes.</summary>
    public static IEnumerable<(DotNetPublishSettings Settings, IReadOnlyCollection<Output> Output)> DotNetPublish(
        CombinatorialConfigure<DotNetPublishSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DotNetPublish, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="DotNetPackSettings"/>
    public static IReadOnlyCollection<Output> DotNetPack(DotNetPackSettings options = null) =>
        new DotNetTasks().Run(options);

    /// <inheritdoc cref="DotNetPackSettings"/>
    public static IReadOnlyCollection<Output> DotNetPack(Configure<DotNetPackSettings> configurator) =>
        new DotNetTasks().Run(configurator.Invoke(new DotNetPackSettings()));

    /// <inheritdoc cref="DotNetPackSettings"/>
    public static IEnumerable<(DotNetPackSettings Settings, IReadOnlyCollection<Output> Output)> DotNetPack(
        CombinatorialConfigure<DotNetPackSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(DotNetPack, degreeOfParallelism, completeOnFailure);

    /// <summary>Restores the local tools of the manifest.</summary>
    public static IReadOnlyCollection<Output> DotNetToolRestore(DotNetToolRestoreSettings options = null) =>
        new DotNetTasks().Run(options);

    /// <summary>Restores the local tools of the manifest.</summary>
    public static IReadOnlyCollection<Output> DotNetToolRestore(Configure<DotNetToolRestoreSettings> configurator) =>
        new DotNetTasks().Run(configurator.Invoke(new DotNetToolRestoreSettings()));

    /// <summary>The value with the characters that MSBuild would interpret, or split properties at, as <c>%XX</c>.</summary>
    internal static string EscapeProperty(object value, PropertyInfo property) =>
        SpecialCharacters().Replace(TextOf(value), match => $"%{(int)match.Value[0]:X2}");

    private static string TextOf(object value) =>
        value is bool flag ? (flag ? "true" : "false") : FormattableString.Invariant($"{value}");

    // https://learn.microsoft.com/visualstudio/msbuild/msbuild-special-characters, and the comma of the command line
    [GeneratedRegex("[%$@';?*,]")]
    private static partial Regex SpecialCharacters();
}
