using Pipeline.LocalCluster.Events;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers.Deployments;

/// <summary>Carries out the scale steps of a deployment, and tells of them.</summary>
internal sealed class ReplicaSetScaler(ResourceOperations operations, EventRecorder events, WriteOptions options)
{
    private const string Component = "deployment-controller";

    public async Task ScaleAsync(StoredObject deployment, DeploymentView view, ScaleStep step, CancellationToken cancel)
    {
        await operations.UpdateAsync(
            KindTable.Of(GroupResource.ReplicaSets),
            deployment.Key.Namespace,
            step.Name,
            content =>
            {
                content.Within("spec")["replicas"] = step.To;
                DeploymentAnnotations.Sized(content, view);
                return content;
            },
            options,
            cancel
        );
        await TellAsync(deployment, step, cancel);
    }

    public Task TellAsync(StoredObject deployment, ScaleStep step, CancellationToken cancel)
    {
        if (step.From == step.To)
            return Task.CompletedTask;
        var message =
            $"Scaled {(step.To > step.From ? "up" : "down")} replica set {step.Name} from {step.From} to {step.To}";
        return events.RecordAsync(deployment, EventSeverity.Normal, "ScalingReplicaSet", message, Component, cancel);
    }
}
