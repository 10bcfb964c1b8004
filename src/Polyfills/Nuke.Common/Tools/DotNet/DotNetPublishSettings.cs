using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Publishes a project for deployment.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetPublish), Arguments = "publish")]
public class DotNetPublishSettings : ToolOptions
{
    /// <summary>The project or solution; the one in the working directory if there is none.</summary>
    [Argument(Format = "{value}", Position = 1)]
    public string Project => Get<string>(() => Project);

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
    public string Output => Get<string>(() => Output);

    /// <summary>The project is built already.</summary>
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
