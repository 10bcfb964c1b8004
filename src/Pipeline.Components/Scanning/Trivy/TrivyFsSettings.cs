using Nuke.Common.Tooling;

namespace Pipeline.Components.Scanning.Trivy;

/// <summary>Scans a folder; used within <see cref="TrivyTasks"/>.</summary>
[Command(Type = typeof(TrivyTasks), Command = nameof(TrivyTasks.TrivyFs), Arguments = "fs")]
public class TrivyFsSettings : TrivyArtifactSettings
{
    /// <summary>The folder or file.</summary>
    [Argument(Format = "{value}", Position = -1)]
    public string? Path => Get<string?>(() => Path);
}
