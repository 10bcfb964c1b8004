using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Restores the packages of a project or solution.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetRestore), Arguments = "restore")]
public class DotNetRestoreSettings : ToolOptions
{
    /// <summary>The project or solution; the one in the working directory if there is none.</summary>
    [Argument(Format = "{value}", Position = 1)]
    public string ProjectFile => Get<string>(() => ProjectFile);

    /// <summary>Sources that fail are only a warning.</summary>
    [Argument(Format = "--ignore-failed-sources")]
    public bool? IgnoreFailedSources => Get<bool?>(() => IgnoreFailedSources);

    /// <summary>A lock file that would have to change is an error.</summary>
    [Argument(Format = "--locked-mode")]
    public bool? LockedMode => Get<bool?>(() => LockedMode);

    /// <summary>Dependencies are resolved anew although there is a lock file.</summary>
    [Argument(Format = "--force-evaluate")]
    public bool? ForceEvaluate => Get<bool?>(() => ForceEvaluate);

    /// <summary>The runtime identifier to restore for.</summary>
    [Argument(Format = "--runtime {value}")]
    public string Runtime => Get<string>(() => Runtime);

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
