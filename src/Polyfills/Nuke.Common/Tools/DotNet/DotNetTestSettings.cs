using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Runs the tests of a project or solution.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetTest), Arguments = "test")]
public class DotNetTestSettings : ToolOptions
{
    /// <summary>The project or solution; the one in the working directory if there is none.</summary>
    [Argument(Format = "{value}", Position = 1)]
    public string ProjectFile => Get<string>(() => ProjectFile);

    /// <summary>The build configuration.</summary>
    [Argument(Format = "--configuration {value}")]
    public string Configuration => Get<string>(() => Configuration);

    /// <summary>The target framework.</summary>
    [Argument(Format = "--framework {value}")]
    public string Framework => Get<string>(() => Framework);

    /// <summary>The expression that selects tests.</summary>
    [Argument(Format = "--filter {value}")]
    public string Filter => Get<string>(() => Filter);

    /// <summary>The run settings.</summary>
    [Argument(Format = "--settings {value}")]
    public string SettingsFile => Get<string>(() => SettingsFile);

    /// <summary>The data collector, such as <c>XPlat Code Coverage</c>.</summary>
    [Argument(Format = "--collect {value}")]
    public string DataCollector => Get<string>(() => DataCollector);

    /// <summary>Loggers of results, such as <c>trx;LogFileName=a.trx</c>.</summary>
    [Argument(Format = "--logger {value}")]
    public IReadOnlyList<string> Loggers => Get<List<string>>(() => Loggers);

    /// <summary>The folder of the results.</summary>
    [Argument(Format = "--results-directory {value}")]
    public string ResultsDirectory => Get<string>(() => ResultsDirectory);

    /// <summary>The tests are built already.</summary>
    [Argument(Format = "--no-build")]
    public bool? NoBuild => Get<bool?>(() => NoBuild);

    /// <summary>Packages are restored already.</summary>
    [Argument(Format = "--no-restore")]
    public bool? NoRestore => Get<bool?>(() => NoRestore);

    /// <summary>No banner.</summary>
    [Argument(Format = "--nologo")]
    public bool? NoLogo => Get<bool?>(() => NoLogo);

    /// <summary>How much the command writes.</summary>
    [Argument(Format = "--verbosity {value}")]
    public DotNetVerbosity Verbosity => Get<DotNetVerbosity>(() => Verbosity);

    /// <summary>MSBuild properties.</summary>
    [Argument(
        Format = "-property:{key}={value}",
        FormatterType = typeof(DotNetTasks),
        FormatterMethod = nameof(DotNetTasks.EscapeProperty)
    )]
    public IReadOnlyDictionary<string, object> Properties => Get<Dictionary<string, object>>(() => Properties);
}
