using System.Text.Json.Serialization;

namespace Pipeline.Core.Analysis.Metrics;

/// <summary>What it means that a metric has no data.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Fail), "fail")]
[JsonDerivedType(typeof(Hold), "hold")]
[JsonDerivedType(typeof(Pass), "pass")]
[JsonDerivedType(typeof(WaitForSamples), "waitForSamples")]
public abstract record NoDataPolicy
{
    private NoDataPolicy() { }

    /// <summary>A look without data fails the metric.</summary>
    public sealed record Fail : NoDataPolicy;

    /// <summary>The metric stays undecided until the stage's maximum duration.</summary>
    public sealed record Hold : NoDataPolicy;

    /// <summary>The metric passes as long as the stage has had no data at all; once it had, a gap holds.</summary>
    public sealed record Pass : NoDataPolicy;

    /// <summary>The metric stays undecided, but not for ever.</summary>
    /// <param name="Minimum">Requests below which it never passes; at least 1.</param>
    /// <param name="Deadline">Time since the stage began after which fewer than the minimum is "not proved".</param>
    public sealed record WaitForSamples(int Minimum, TimeSpan Deadline) : NoDataPolicy;
}
