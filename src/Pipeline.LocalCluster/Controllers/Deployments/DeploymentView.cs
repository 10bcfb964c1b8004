using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Rules;
using Pipeline.LocalCluster.Rules.Workloads;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers.Deployments;

/// <summary>A deployment and its replica sets at one moment.</summary>
/// <param name="Replicas">The wanted number of pods.</param>
/// <param name="Surge">How many more than that may exist.</param>
/// <param name="Unavailable">How many fewer than that may be available.</param>
/// <param name="Current">The set of the current template; null if it does not exist yet.</param>
/// <param name="Old">The sets of earlier templates, oldest first.</param>
internal sealed record DeploymentView(
    int Replicas,
    int Surge,
    int Unavailable,
    ReplicaSetView? Current,
    ImmutableArray<ReplicaSetView> Old
)
{
    public IEnumerable<ReplicaSetView> All => Current is null ? Old : Old.Append(Current);

    /// <summary>The most pods that may exist.</summary>
    public int Maximum => Replicas + Surge;

    /// <summary>The fewest pods that must be available.</summary>
    public int Minimum => Replicas - Unavailable;

    public static DeploymentView Of(JsonObject deployment, ReplicaSetView? current, IEnumerable<ReplicaSetView> old)
    {
        var replicas = deployment.Int("spec", "replicas") ?? 1;
        var (surge, unavailable) = Limits(deployment, replicas);
        return new DeploymentView(replicas, surge, unavailable, current, [.. old.OrderBy(set => set.Created)]);
    }

    private static (int Surge, int Unavailable) Limits(JsonObject deployment, int replicas)
    {
        if (deployment.Text("spec", "strategy", "type") == "Recreate")
            return (0, replicas);
        var surge = Share(deployment, "maxSurge").Of(replicas, roundUp: true);
        var unavailable = Math.Min(Share(deployment, "maxUnavailable").Of(replicas, roundUp: false), replicas);
        // Percentages of few replicas may both round to nothing, and then nothing could ever move.
        return surge == 0 && unavailable == 0 ? (0, Math.Min(1, replicas)) : (surge, unavailable);
    }

    private static ReplicaShare Share(JsonObject deployment, string name) =>
        ReplicaShare.TryParse(deployment.At("spec", "strategy", "rollingUpdate", name), out var share)
            ? share
            : ReplicaShare.Quarter;
}
