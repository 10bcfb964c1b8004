using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Rules.Workloads;

/// <summary>A number of replicas, absolute or in percent: <c>maxSurge</c>, <c>maxUnavailable</c>.</summary>
public readonly record struct ReplicaShare(int Value, bool IsPercent)
{
    /// <summary>The default of both fields.</summary>
    public static readonly ReplicaShare Quarter = new(25, true);

    /// <summary>Reads <c>3</c> or <c>"25%"</c>; negative numbers are refused.</summary>
    public static bool TryParse(JsonNode? node, out ReplicaShare share)
    {
        share = default;
        if (node?.GetValueKind() == JsonValueKind.Number)
            share = new ReplicaShare(node.Int() ?? -1, false);
        else if (
            node.Text() is { } text
            && text.EndsWith('%')
            && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var percent)
        )
            share = new ReplicaShare(percent, true);
        else
            return false;
        return share.Value >= 0;
    }

    /// <summary>The number of replicas out of <paramref name="replicas"/>; surge is rounded up, unavailability down.</summary>
    public int Of(int replicas, bool roundUp)
    {
        if (!IsPercent)
            return Value;
        var hundredths = (long)Value * replicas;
        return (int)((hundredths + (roundUp ? 99 : 0)) / 100);
    }
}
