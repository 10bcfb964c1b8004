using Pipeline.Core.Quality;

namespace Pipeline.Components.Gates;

/// <summary>A gate refused the build.</summary>
public sealed class GateRefusedException(GateResult.Refused refusal)
    : Exception($"{refusal.Gate} gate refused: {refusal.Summary}")
{
    /// <summary>Why.</summary>
    public GateResult.Refused Refusal { get; } = refusal;
}
