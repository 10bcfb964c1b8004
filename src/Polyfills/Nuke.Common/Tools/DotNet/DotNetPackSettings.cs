using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Packs a project into a NuGet package.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetPack), Arguments = "pack")]
public class DotNetPackSettings : ToolOptions
{
    /// <summary>The project or solution; the one in the working directory if there is none.</summary>
    [Argument(Format = "{value}", Position = 1)]
    public string Project => Get<string>(() => Project);

    /// <summary>The build configuration.</summary>
    [Argument(Format = "--configuration {value}")]
    public string Configuration => Get<string>(() => Configuration);

    /// <summary>Whether a package with debug symbols is made too.</summary>
    [Argument(Format = "--include-symbols")]
    public bool? IncludeSymbols => Get<bool?>(() => IncludeSymbols);

    /// <summary>The project is built already.</summary>
    [Argument(Format = "--no-build")]
    public bool? NoBuild => Get<bool?>(() => NoBuild);

    /// <summary>Packages are restored already.</summary>
    [Argument(Format = "--no-restore")]
    public bool? NoRestore => Get<bool?>(() => NoRestore);

    /// <summary>The folder of the packages.</summary>
    [Argument(Format = "--output {value}")]
    public string OutputDirectory => Get<string>(() => OutputDirectory);

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
