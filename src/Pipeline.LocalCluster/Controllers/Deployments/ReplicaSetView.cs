using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers.Deployments;

/// <summary>What a deployment's decisions need to know of one of its replica sets.</summary>
internal sealed record ReplicaSetView(string Name)
{
    /// <summary><c>spec.replicas</c>.</summary>
    public int Desired { get; init; }

    /// <summary>Pods that are there, <c>status.replicas</c>.</summary>
    public int Actual { get; init; }

    public int Ready { get; init; }

    public int Available { get; init; }

    public DateTimeOffset Created { get; init; }

    public long Revision { get; init; }

    /// <summary>The deployment's replicas when this set was last scaled; null if it never was.</summary>
    public int? DesiredByDeployment { get; init; }

    /// <summary>The most pods that the deployment allowed when this set was last scaled; null if it never was.</summary>
    public int? MaximumByDeployment { get; init; }

    public static ReplicaSetView Of(JsonObject content) =>
        new(content.Text("metadata", "name") ?? "")
        {
            Desired = content.Int("spec", "replicas") ?? 0,
            Actual = content.Int("status", "replicas") ?? 0,
            Ready = content.Int("status", "readyReplicas") ?? 0,
            Available = content.Int("status", "availableReplicas") ?? 0,
            Created = content.Time("metadata", "creationTimestamp") ?? default,
            Revision = Number(content, DeploymentAnnotations.Revision) ?? 0,
            DesiredByDeployment = (int?)Number(content, DeploymentAnnotations.DesiredReplicas),
            MaximumByDeployment = (int?)Number(content, DeploymentAnnotations.MaxReplicas),
        };

    private static long? Number(JsonObject content, string annotation) =>
        long.TryParse(
            content.Text("metadata", "annotations", annotation),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}
