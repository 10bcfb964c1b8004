using Nuke.Common.Tooling;

namespace Pipeline.Components.Scanning.Trivy;

/// <summary>Checks Dockerfiles, manifests and the like; used within <see cref="TrivyTasks"/>.</summary>
[Command(Type = typeof(TrivyTasks), Command = nameof(TrivyTasks.TrivyConfig), Arguments = "config")]
public class TrivyConfigSettings : TrivyScanSettings
{
    /// <summary>The folder or file.</summary>
    [Argument(Format = "{value}", Position = -1)]
    public string? Path => Get<string?>(() => Path);

    /// <summary>Uses the checks that are there, without asking for newer ones.</summary>
    [Argument(Format = "--skip-check-update")]
    public bool? SkipCheckUpdate => Get<bool?>(() => SkipCheckUpdate);
}
