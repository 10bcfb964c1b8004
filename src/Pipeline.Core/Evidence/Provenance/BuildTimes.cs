using System.Text.Json.Serialization;

namespace Pipeline.Core.Evidence.Provenance;

/// <summary>When a build ran.</summary>
/// <param name="InvocationId">What names the run on its platform; null where runs have no name.</param>
/// <param name="StartedOn">When it began; null when that is not known.</param>
/// <param name="FinishedOn">When the image was there.</param>
public sealed record BuildTimes(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? InvocationId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTimeOffset? StartedOn,
    DateTimeOffset FinishedOn
);
