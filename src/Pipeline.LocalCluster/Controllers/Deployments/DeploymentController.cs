using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Controllers.ReplicaSets;
using Pipeline.LocalCluster.Events;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers.Deployments;

/// <summary>Moves deployments to their current template, by the strategy that they name.</summary>
internal sealed class DeploymentController(
    IResourceStore store,
    ResourceOperations operations,
    EventRecorder events,
    TimeProvider time,
    ILogger<DeploymentController> log
) : Controller(store, time, log)
{
    private static readonly WriteOptions Options = new("kube-controller-manager");
    private static readonly ResourceKind Deployments = KindTable.Of(GroupResource.Deployments);
    private static readonly ResourceKind ReplicaSets = KindTable.Of(GroupResource.ReplicaSets);

    private readonly Adoption _adoption = new(store, operations, Options);
    private readonly ReplicaSetScaler _scaler = new(operations, events, Options);

    protected override IReadOnlyList<Trigger> Triggers =>
        [
            Trigger.Itself(GroupResource.Deployments),
            Trigger.Owner(GroupResource.ReplicaSets, "Deployment", GroupResource.Deployments),
            new(GroupResource.Pods, DeploymentOfPod),
        ];

    protected override async Task ReconcileAsync(ResourceKey key, CancellationToken cancel)
    {
        if (Store.Find(key) is not { } deployment)
            return;
        var sets = await _adoption.ClaimAsync(deployment, GroupResource.ReplicaSets, cancel);
        var current = sets.Where(set => PodTemplate.IsOf(set.Content, deployment.Content))
            .MinBy(set => set.ResourceVersion);
        var old = sets.Where(set => set != current).ToList();
        var view = View(deployment, current, old);
        var created = false;
        if (deployment.Content.At("metadata", "deletionTimestamp") is null)
        {
            if (current is null && MayCreate(deployment, view))
            {
                current = await CreateAsync(deployment, view, cancel);
                (view, created) = (View(deployment, current, old), true);
            }

            await PromoteAsync(deployment, current, view, cancel);
            foreach (var step in Steps(deployment, view))
                await _scaler.ScaleAsync(deployment, view, step, cancel);
        }

        await ReportAsync(deployment, view, created, cancel);
        await CleanUpAsync(deployment, view, cancel);
    }

    private static DeploymentView View(StoredObject deployment, StoredObject? current, IEnumerable<StoredObject> old) =>
        DeploymentView.Of(
            deployment.Content,
            current is null ? null : ReplicaSetView.Of(current.Content),
            old.Select(set => ReplicaSetView.Of(set.Content))
        );

    private IReadOnlyList<ScaleStep> Steps(StoredObject deployment, DeploymentView view)
    {
        if (deployment.Content.Flag("spec", "paused") || Scaling.IsPending(view))
            return [.. Scaling.Next(view).Where(step => step.From != step.To || Scaling.IsPending(view))];
        return IsRecreate(deployment) ? Recreation.Next(view, OldPods(deployment, view)) : RollingUpdate.Next(view);
    }

    private bool MayCreate(StoredObject deployment, DeploymentView view) =>
        !deployment.Content.Flag("spec", "paused")
        && (!IsRecreate(deployment) || Recreation.MayStart(view, OldPods(deployment, view)));

    private static bool IsRecreate(StoredObject deployment) =>
        deployment.Content.Text("spec", "strategy", "type") == "Recreate";

    // Terminating pods are no replicas any more, but still hold what the new ones need.
    private int OldPods(StoredObject deployment, DeploymentView view)
    {
        var old = view.Old.Select(set => set.Name).ToHashSet();
        return Store
            .List(GroupResource.Pods, deployment.Key.Namespace)
            .Items.Count(pod =>
                OwnerReference.ControllerOf(pod.Content) is { Kind: "ReplicaSet" } owner
                && old.Contains(owner.Name)
                && pod.Content.Text("status", "phase") is not ("Succeeded" or "Failed")
            );
    }

    private async Task<StoredObject> CreateAsync(StoredObject deployment, DeploymentView view, CancellationToken cancel)
    {
        var replicas = IsRecreate(deployment) ? view.Replicas : RollingUpdate.TargetOfCurrent(view, 0);
        var content = PodTemplate.NewReplicaSet(deployment.Content, replicas);
        DeploymentAnnotations.Inherit(content, deployment.Content);
        DeploymentAnnotations.Sized(content, view);
        DeploymentAnnotations.Promote(content, view.Old.Select(set => set.Revision).DefaultIfEmpty().Max() + 1);
        var created = await operations.CreateAsync(ReplicaSets, deployment.Key.Namespace, content, Options, cancel);
        var name = created.Content.Text("metadata", "name")!;
        await _scaler.TellAsync(deployment, new ScaleStep(name, 0, replicas), cancel);
        return operations.Get(ReplicaSets, deployment.Key.Namespace, name);
    }

    // A replica set that becomes current again, by an undo, gets the next revision; the deployment shows the current one.
    private async Task PromoteAsync(
        StoredObject deployment,
        StoredObject? current,
        DeploymentView view,
        CancellationToken cancel
    )
    {
        if (current is null)
            return;
        var revision = Math.Max(
            view.Current!.Revision,
            view.Old.Select(set => set.Revision).DefaultIfEmpty().Max() + 1
        );
        await operations.UpdateAsync(
            ReplicaSets,
            current.Key.Namespace,
            current.Key.Name,
            content =>
            {
                DeploymentAnnotations.Inherit(content, deployment.Content);
                DeploymentAnnotations.Promote(content, revision);
                return content;
            },
            Options,
            cancel
        );
        await operations.UpdateAsync(
            Deployments,
            deployment.Key.Namespace,
            deployment.Key.Name,
            content =>
            {
                DeploymentAnnotations.Of(content)[DeploymentAnnotations.Revision] = DeploymentAnnotations.Text(
                    revision
                );
                return content;
            },
            Options,
            cancel
        );
    }

    private async Task ReportAsync(StoredObject deployment, DeploymentView view, bool created, CancellationToken cancel)
    {
        var now = Time.GetUtcNow();
        var status = RolloutStatus.Of(deployment.Content, view, created, now);
        await operations.UpdateAsync(
            Deployments,
            deployment.Key.Namespace,
            deployment.Key.Name,
            content =>
            {
                content["status"] = status.DeepClone();
                return content;
            },
            Options with
            {
                Scope = WriteScope.Status,
            },
            cancel
        );
        if (RolloutProgress.Deadline(deployment.Content, status) is { } deadline && deadline > now)
            LookAgain(deployment.Key, deadline - now + TimeSpan.FromSeconds(1));
    }

    private async Task CleanUpAsync(StoredObject deployment, DeploymentView view, CancellationToken cancel)
    {
        var limit = deployment.Content.Int("spec", "revisionHistoryLimit") ?? 10;
        var finished = view.Old.Where(set => set is { Desired: 0, Actual: 0 }).OrderByDescending(set => set.Revision);
        foreach (var set in finished.Skip(limit))
            await operations.DeleteAsync(ReplicaSets, deployment.Key.Namespace, set.Name, new DeleteOptions(), cancel);
    }

    private IEnumerable<ResourceKey> DeploymentOfPod(StoredObject pod)
    {
        if (OwnerReference.ControllerOf(pod.Content) is not { Kind: "ReplicaSet" } set)
            return [];
        var content = Store.Find(GroupResource.ReplicaSets.Key(pod.Key.Namespace, set.Name))?.Content;
        return content is not null && OwnerReference.ControllerOf(content) is { Kind: "Deployment" } deployment
            ? [GroupResource.Deployments.Key(pod.Key.Namespace, deployment.Name)]
            : [];
    }
}
