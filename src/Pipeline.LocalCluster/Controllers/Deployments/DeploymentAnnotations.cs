using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers.Deployments;

/// <summary>The annotations by which a deployment and its replica sets remember revisions and sizes.</summary>
internal static class DeploymentAnnotations
{
    public const string Revision = "deployment.kubernetes.io/revision";
    public const string DesiredReplicas = "deployment.kubernetes.io/desired-replicas";
    public const string MaxReplicas = "deployment.kubernetes.io/max-replicas";
    private const string RevisionHistory = "deployment.kubernetes.io/revision-history";
    private const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    private static readonly string[] NotInherited =
    [
        Revision,
        RevisionHistory,
        DesiredReplicas,
        MaxReplicas,
        LastApplied,
    ];

    /// <summary>Gives a replica set the deployment's annotations, among them the change cause that the history shows.</summary>
    public static void Inherit(JsonObject replicaSet, JsonObject deployment)
    {
        foreach (
            var (name, value) in deployment.Map("metadata", "annotations").Where(p => !NotInherited.Contains(p.Key))
        )
            Of(replicaSet)[name] = value;
    }

    /// <summary>Notes the revision that a replica set is now; the one that it was goes into its history.</summary>
    public static void Promote(JsonObject replicaSet, long revision)
    {
        var annotations = Of(replicaSet);
        if (annotations.Text(Revision) is { } former && former != Text(revision))
        {
            var history = annotations.Text(RevisionHistory);
            annotations[RevisionHistory] = history is { Length: > 0 } ? $"{history},{former}" : former;
        }

        annotations[Revision] = Text(revision);
    }

    /// <summary>Notes the deployment's size at the time of a scaling.</summary>
    public static void Sized(JsonObject replicaSet, DeploymentView deployment)
    {
        Of(replicaSet)[DesiredReplicas] = Text(deployment.Replicas);
        Of(replicaSet)[MaxReplicas] = Text(deployment.Maximum);
    }

    public static JsonObject Of(JsonObject content) => content.Within("metadata").Within("annotations");

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
