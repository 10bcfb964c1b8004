using Nuke.Common.Tooling;

namespace Pipeline.Components.Scanning.Trivy;

/// <summary>Writes a JSON report in another form, without another scan; used within <see cref="TrivyTasks"/>.</summary>
[Command(Type = typeof(TrivyTasks), Command = nameof(TrivyTasks.TrivyConvert), Arguments = "convert")]
public class TrivyConvertSettings : TrivySettings
{
    /// <summary>The report in Trivy's JSON.</summary>
    [Argument(Format = "{value}", Position = -1)]
    public string? Report => Get<string?>(() => Report);
}
