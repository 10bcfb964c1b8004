using Nuke.Common.Tooling;

namespace Pipeline.Components.Scanning.Trivy;

/// <summary>Asks for the version; used within <see cref="TrivyTasks"/>.</summary>
[Command(Type = typeof(TrivyTasks), Command = nameof(TrivyTasks.TrivyVersion), Arguments = "version --format json")]
public class TrivyVersionSettings : ToolOptions;
