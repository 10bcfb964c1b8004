using Nuke.Common;
using Nuke.Common.Tooling;
using Serilog.Events;

namespace Pipeline.Components.Scanning.Trivy;

/// <summary>The vulnerability scanner Trivy: https://trivy.dev. It comes from the PATH and is never downloaded.</summary>
[PathTool(Executable = PathExecutable)]
[LogErrorAsStandard]
[LogLevelPattern(LogEventLevel.Warning, @"\bWARN\b")]
[LogLevelPattern(LogEventLevel.Error, @"\b(ERROR|FATAL)\b")]
public class TrivyTasks : ToolTasks, IRequirePathTool
{
    public const string PathExecutable = "trivy";

    // What the scanner needs of the environment. The rest may hold secrets, and a scanner was once the thief (CVE-2026-33634).
    private static readonly string[] PassedVariables =
    [
        "PATH",
        "HOME",
        "TMPDIR",
        "XDG_CACHE_HOME",
        "DOCKER_CONFIG",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "NO_PROXY",
        "SSL_CERT_FILE",
        "SSL_CERT_DIR",
        "SYSTEMROOT",
        "TEMP",
        "USERPROFILE",
        "LOCALAPPDATA",
    ];

    /// <summary>The executable; <c>TRIVY_EXE</c> overrides the one on the PATH.</summary>
    public static string TrivyPath
    {
        get => new TrivyTasks().GetToolPathInternal();
        set => new TrivyTasks().SetToolPath(value);
    }

    /// <summary>Scans a container image. Findings are no failure if <see cref="TrivySettings.ExitCode"/> is set.</summary>
    public static IReadOnlyCollection<Output> TrivyImage(TrivyImageSettings? options = null) =>
        new TrivyTasks().Run(options ?? new TrivyImageSettings());

    /// <inheritdoc cref="TrivyImage(TrivyImageSettings)"/>
    public static IReadOnlyCollection<Output> TrivyImage(Configure<TrivyImageSettings> configurator) =>
        new TrivyTasks().Run(configurator.Invoke(new TrivyImageSettings()));

    /// <summary>Scans a folder. Findings are no failure if <see cref="TrivySettings.ExitCode"/> is set.</summary>
    public static IReadOnlyCollection<Output> TrivyFs(TrivyFsSettings? options = null) =>
        new TrivyTasks().Run(options ?? new TrivyFsSettings());

    /// <inheritdoc cref="TrivyFs(TrivyFsSettings)"/>
    public static IReadOnlyCollection<Output> TrivyFs(Configure<TrivyFsSettings> configurator) =>
        new TrivyTasks().Run(configurator.Invoke(new TrivyFsSettings()));

    /// <summary>Checks Dockerfiles, manifests and the like. Findings are no failure if <see cref="TrivySettings.ExitCode"/> is set.</summary>
    public static IReadOnlyCollection<Output> TrivyConfig(TrivyConfigSettings? options = null) =>
        new TrivyTasks().Run(options ?? new TrivyConfigSettings());

    /// <inheritdoc cref="TrivyConfig(TrivyConfigSettings)"/>
    public static IReadOnlyCollection<Output> TrivyConfig(Configure<TrivyConfigSettings> configurator) =>
        new TrivyTasks().Run(configurator.Invoke(new TrivyConfigSettings()));

    /// <summary>Writes a JSON report in another form, without another scan.</summary>
    public static IReadOnlyCollection<Output> TrivyConvert(TrivyConvertSettings? options = null) =>
        new TrivyTasks().Run(options ?? new TrivyConvertSettings());

    /// <inheritdoc cref="TrivyConvert(TrivyConvertSettings)"/>
    public static IReadOnlyCollection<Output> TrivyConvert(Configure<TrivyConvertSettings> configurator) =>
        new TrivyTasks().Run(configurator.Invoke(new TrivyConvertSettings()));

    /// <summary>Writes the versions of Trivy and of its databases as JSON.</summary>
    public static IReadOnlyCollection<Output> TrivyVersion(TrivyVersionSettings? options = null) =>
        new TrivyTasks().Run(options ?? new TrivyVersionSettings());

    /// <inheritdoc cref="TrivyVersion(TrivyVersionSettings)"/>
    public static IReadOnlyCollection<Output> TrivyVersion(Configure<TrivyVersionSettings> configurator) =>
        new TrivyTasks().Run(configurator.Invoke(new TrivyVersionSettings()));

    protected override T PreProcess<T>(T options)
    {
        Assert.True(
            options is not TrivySettings { ExitCode: 1 },
            "SetExitCode(1) cannot tell findings from failures, which Trivy ends with 1 too; choose another one, such as 10"
        );
        return base.PreProcess(options)
            .SetProcessEnvironmentVariables(
                (options.ProcessEnvironmentVariables ?? EnvironmentInfo.Variables)
                    .Where(variable => IsPassed(variable.Key))
                    .ToDictionary()
            );
    }

    protected override Func<ToolOptions, IProcess, object> GetExitHandler(ToolOptions? options = null)
    {
        var handler = base.GetExitHandler(options);
        return options is TrivySettings { ExitCode: { } findings }
            ? (settings, process) => process.ExitCode == findings ? process : handler(settings, process)
            : handler;
    }

    private static bool IsPassed(string variable) =>
        variable.StartsWith("TRIVY_", StringComparison.OrdinalIgnoreCase)
        || PassedVariables.Contains(variable, StringComparer.OrdinalIgnoreCase);
}
