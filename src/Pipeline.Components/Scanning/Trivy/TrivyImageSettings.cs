using Nuke.Common.Tooling;

namespace Pipeline.Components.Scanning.Trivy;

/// <summary>Scans a container image; used within <see cref="TrivyTasks"/>.</summary>
[Command(Type = typeof(TrivyTasks), Command = nameof(TrivyTasks.TrivyImage), Arguments = "image")]
public class TrivyImageSettings : TrivyArtifactSettings
{
    /// <summary>An OCI layout directory, or the archive that <c>docker save</c> writes.</summary>
    [Argument(Format = "--input {value}")]
    public string? Input => Get<string?>(() => Input);

    /// <summary>What is searched for in the image's configuration: misconfig, secret; nothing if there are none.</summary>
    [Argument(Format = "--image-config-scanners {value}", Separator = ",")]
    public IReadOnlyList<string>? ImageConfigScanners => Get<List<string>?>(() => ImageConfigScanners);
}
