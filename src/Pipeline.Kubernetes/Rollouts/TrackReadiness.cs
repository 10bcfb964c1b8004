using k8s.Models;

namespace Pipeline.Kubernetes.Rollouts;

/// <summary>Reads the state of a track off its Deployment and pods.</summary>
public static class TrackReadiness
{
    /// <summary>Available pods of the wanted template; pods of an older one, and a status older than the specification, count against it.</summary>
    public static int Of(V1Deployment deployment)
    {
        var status = deployment.Status;
        if (status is null || status.ObservedGeneration < deployment.Metadata.Generation)
            return 0;

        var outdated = (status.Replicas ?? 0) - (status.UpdatedReplicas ?? 0);
        return Math.Max(0, (status.AvailableReplicas ?? 0) - outdated);
    }

    /// <summary>What keeps pods from being ready, in the cluster's own words; null when nothing is known.</summary>
    public static string? TroubleOf(IEnumerable<V1Pod> pods)
    {
        var troubles = pods.SelectMany(pod => pod.Status?.ContainerStatuses ?? [], (pod, container) => (pod, container))
            .Where(each => !each.container.Ready)
            .Select(each => (each.pod.Metadata.Name, Trouble: TroubleOf(each.container)))
            .Where(each => each.Trouble is not null)
            .Select(each => $"pod {each.Name}: {each.Trouble}");
        return troubles.FirstOrDefault();
    }

    private static string? TroubleOf(V1ContainerStatus container)
    {
        if (container.State?.Waiting is { Reason: { } reason } waiting && reason != "ContainerCreating")
            return string.IsNullOrEmpty(waiting.Message) ? reason : $"{reason}, {waiting.Message}";
        if ((container.State?.Terminated ?? container.LastState?.Terminated) is { } ended)
            return $"ended with exit code {ended.ExitCode}";
        return null;
    }
}
