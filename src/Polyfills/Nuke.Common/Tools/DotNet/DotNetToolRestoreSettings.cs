using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Restores the local tools of the manifest.</summary>
[Command(Type = typeof(DotNetTasks), Command = nameof(DotNetTasks.DotNetToolRestore), Arguments = "tool restore")]
public class DotNetToolRestoreSettings : ToolOptions
{
    /// <summary>The manifest; searched for from the working directory up if there is none.</summary>
    [Argument(Format = "--tool-manifest {value}")]
    public string ToolManifest => Get<string>(() => ToolManifest);
}
