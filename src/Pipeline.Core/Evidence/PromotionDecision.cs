using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Pipeline.Core.Evidence;

/// <summary>Whether an image may enter an environment.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "decision")]
[JsonDerivedType(typeof(Allow), "allow")]
[JsonDerivedType(typeof(Refuse), "refuse")]
public abstract record PromotionDecision
{
    private PromotionDecision() { }

    /// <summary>It may.</summary>
    public sealed record Allow : PromotionDecision;

    /// <summary>It must not.</summary>
    /// <param name="Missing">Everything that is missing or speaks against it, a sentence each.</param>
    public sealed record Refuse(ImmutableArray<string> Missing) : PromotionDecision;
}
