using System.Collections.Immutable;
using Pipeline.Components.Hosts.Diagnostics;

namespace Pipeline.Components.Hosts.Summaries;

/// <summary>What a run came to.</summary>
/// <param name="IsSuccess">Whether no target failed.</param>
/// <param name="Targets">The targets in the order of the plan.</param>
/// <param name="Diagnostics">Its warnings and errors, in the order in which they came.</param>
public sealed record RunSummary(
    bool IsSuccess,
    ImmutableArray<TargetOutcome> Targets,
    ImmutableArray<Diagnostic> Diagnostics
)
{
    /// <summary>What targets report that later jobs need, by the name of the output.</summary>
    public IEnumerable<KeyValuePair<string, string>> Outputs =>
        Targets
            .SelectMany(target => target.Remarks)
            .Where(remark => remark.Key is "Version" or "Digest")
            .Select(remark => KeyValuePair.Create(remark.Key.ToLowerInvariant(), remark.Value))
            .DistinctBy(output => output.Key);
}
