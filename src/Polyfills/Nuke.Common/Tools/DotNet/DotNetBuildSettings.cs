using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Builds a project or solution.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetBuild), Arguments = "build")]
public class DotNetBuildSettings : ToolOptions
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

    /// <summary>The runtime identifier.</summary>
    [Argument(Format = "--runtime {value}")]
    public string Runtime => Get<string>(() => Runtime);

    /// <summary>Whether the runtime is part of the output.</summary>
    [Argument(Format = "--self-contained {value}")]
    public bool? SelfContained => Get<bool?>(() => SelfContained);

    /// <summary>The folder of the output.</summary>
    [Argument(Format = "--output {value}")]
    public string OutputDirectory => Get<string>(() => OutputDirectory);

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
