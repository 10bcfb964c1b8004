using System.Text.Json.Serialization;

namespace Pipeline.Images.Sbom;

/// <summary>A thing in a bill of materials.</summary>
public sealed record CycloneDxComponent
{
    /// <summary>What it is: container, operating-system, application, framework or library.</summary>
    public required string Type { get; init; }

    /// <summary>How the dependencies refer to it.</summary>
    [JsonPropertyName("bom-ref")]
    public required string Reference { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its version, where it has one.</summary>
    public string? Version { get; init; }

    /// <summary>Hashes of its package or file.</summary>
    public IReadOnlyList<CycloneDxHash>? Hashes { get; init; }

    /// <summary>Its licence, where the package says so.</summary>
    public IReadOnlyList<CycloneDxLicense>? Licenses { get; init; }

    /// <summary>Its package URL.</summary>
    public string? Purl { get; init; }
}
