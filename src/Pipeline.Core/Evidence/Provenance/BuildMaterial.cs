using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Pipeline.Core.Evidence.Provenance;

/// <summary>Something that went into a build (in-toto ResourceDescriptor).</summary>
/// <param name="Uri">Where it is, such as <c>git+https://example.org/users.git</c>; null when that is not known.</param>
/// <param name="Digest">Algorithm and value, such as <c>gitCommit</c> and 40 hexadecimal characters.</param>
public sealed record BuildMaterial(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Uri,
    ImmutableSortedDictionary<string, string> Digest
);
