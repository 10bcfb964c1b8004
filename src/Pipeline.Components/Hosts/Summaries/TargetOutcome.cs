using System.Collections.Immutable;

namespace Pipeline.Components.Hosts.Summaries;

/// <summary>How a target ended.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Status">For example <c>Succeeded</c>.</param>
/// <param name="Duration">How long it ran; null when it did not.</param>
/// <param name="Remarks">What it reported, such as test counts, or why it was skipped.</param>
public sealed record TargetOutcome(
    string Name,
    string Status,
    TimeSpan? Duration,
    ImmutableArray<KeyValuePair<string, string>> Remarks
);
