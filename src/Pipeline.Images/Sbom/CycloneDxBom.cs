using System.Text.Json.Serialization;

namespace Pipeline.Images.Sbom;

/// <summary>A bill of materials in CycloneDX 1.6, as far as we fill it.</summary>
public sealed record CycloneDxBom
{
    /// <summary>The address of the schema that the document obeys.</summary>
    [JsonPropertyName("$schema")]
    public string Schema { get; init; } = "http://cyclonedx.org/schema/bom-1.6.schema.json";

    /// <summary>Always <c>CycloneDX</c>.</summary>
    public string BomFormat { get; init; } = "CycloneDX";

    /// <summary>Always <c>1.6</c>.</summary>
    public string SpecVersion { get; init; } = "1.6";

    /// <summary>A name for this document, derived from what it describes.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>Always 1: another content has another serial number.</summary>
    public int Version { get; init; } = 1;

    /// <summary>What the document describes.</summary>
    public required CycloneDxMetadata Metadata { get; init; }

    /// <summary>What is in it, sorted by reference.</summary>
    public required IReadOnlyList<CycloneDxComponent> Components { get; init; }

    /// <summary>What needs what, sorted by reference.</summary>
    public required IReadOnlyList<CycloneDxDependency> Dependencies { get; init; }
}
