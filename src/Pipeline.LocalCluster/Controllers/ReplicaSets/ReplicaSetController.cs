using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Events;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers.ReplicaSets;

/// <summary>Keeps as many pods as each replica set wants.</summary>
internal sealed class ReplicaSetController(
    IResourceStore store,
    ResourceOperations operations,
    EventRecorder events,
    TimeProvider time,
    ILogger<ReplicaSetController> log
) : Controller(store, time, log)
{
    private const string Component = "replicaset-controller";
    private static readonly WriteOptions Options = new("kube-controller-manager");
    private static readonly ResourceKind Pods = KindTable.Of(GroupResource.Pods);
    private static readonly ResourceKind ReplicaSets = KindTable.Of(GroupResource.ReplicaSets);

    private readonly Adoption _adoption = new(store, operations, Options);

    protected override IReadOnlyList<Trigger> Triggers =>
        [
            Trigger.Itself(GroupResource.ReplicaSets),
            Trigger.Owner(GroupResource.Pods, "ReplicaSet", GroupResource.ReplicaSets),
        ];

    protected override async Task ReconcileAsync(ResourceKey key, CancellationToken cancel)
    {
        if (Store.Find(key) is not { } replicaSet)
            return;
        var pods = await _adoption.ClaimAsync(replicaSet, GroupResource.Pods, cancel);
        var active = pods.Where(pod => PodChoice.IsActive(pod.Content)).ToList();
        if (replicaSet.Content.At("metadata", "deletionTimestamp") is null)
            await ScaleAsync(replicaSet, active, cancel);
        await ReportAsync(replicaSet, [.. active.Select(pod => pod.Content)], cancel);
    }

    private async Task ScaleAsync(StoredObject replicaSet, List<StoredObject> active, CancellationToken cancel)
    {
        var missing = (replicaSet.Content.Int("spec", "replicas") ?? 1) - active.Count;
        for (; missing > 0; missing--)
            await CreateAsync(replicaSet, cancel);
        foreach (var pod in PodChoice.ToDelete(active, -missing))
        {
            await operations.DeleteAsync(Pods, pod.Key.Namespace, pod.Key.Name, new DeleteOptions(), cancel);
            await TellAsync(
                replicaSet,
                EventSeverity.Normal,
                "SuccessfulDelete",
                $"Deleted pod: {pod.Key.Name}",
                cancel
            );
        }
    }

    private async Task CreateAsync(StoredObject replicaSet, CancellationToken cancel)
    {
        try
        {
            var created = await operations.CreateAsync(
                Pods,
                replicaSet.Key.Namespace,
                Pod(replicaSet),
                Options,
                cancel
            );
            var message = $"Created pod: {created.Content.Text("metadata", "name")}";
            await TellAsync(replicaSet, EventSeverity.Normal, "SuccessfulCreate", message, cancel);
        }
        catch (RefusalException e)
        {
            await TellAsync(replicaSet, EventSeverity.Warning, "FailedCreate", $"Error creating: {e.Message}", cancel);
            throw;
        }
    }

    private static JsonObject Pod(StoredObject replicaSet)
    {
        var template = replicaSet.Content.At("spec", "template")?.DeepClone() as JsonObject ?? [];
        var metadata = new JsonObject { ["generateName"] = $"{replicaSet.Key.Name}-" };
        foreach (var name in (ReadOnlySpan<string>)["labels", "annotations", "finalizers"])
        {
            if (template.At("metadata", name) is { } value)
                metadata[name] = value.DeepClone();
        }

        metadata["ownerReferences"] = new JsonArray(OwnerReference.Controlling(replicaSet.Content));
        return new JsonObject
        {
            ["apiVersion"] = Pods.ApiVersion,
            ["kind"] = Pods.Kind,
            ["metadata"] = metadata,
            ["spec"] = template["spec"]?.DeepClone(),
        };
    }

    private async Task ReportAsync(StoredObject replicaSet, List<JsonObject> active, CancellationToken cancel)
    {
        var now = Time.GetUtcNow();
        await operations.UpdateAsync(
            ReplicaSets,
            replicaSet.Key.Namespace,
            replicaSet.Key.Name,
            content =>
            {
                content["status"] = ReplicaSetStatus.Of(replicaSet.Content, active, now);
                return content;
            },
            Options with
            {
                Scope = WriteScope.Status,
            },
            cancel
        );
        if (ReplicaSetStatus.NextChange(replicaSet.Content, active, now) is { } at)
            LookAgain(replicaSet.Key, at - now);
    }

    private Task TellAsync(
        StoredObject replicaSet,
        EventSeverity severity,
        string reason,
        string message,
        CancellationToken cancel
    ) => events.RecordAsync(replicaSet, severity, reason, message, Component, cancel);
}
