namespace Pipeline.LocalCluster.Controllers.Deployments;

/// <summary>The next step of a rolling update, by the rules of the Kubernetes deployment controller.</summary>
internal static class RollingUpdate
{
    /// <summary>
    /// What to scale now: the current set up as far as the surge allows, or else old sets down as far as availability
    /// allows, unhealthy pods first. Nothing if it has to wait for pods, or is done.
    /// </summary>
    public static IReadOnlyList<ScaleStep> Next(DeploymentView deployment)
    {
        if (deployment.Current is not { } current)
            return [];
        var target = TargetOfCurrent(deployment, current.Desired);
        return target != current.Desired
            ? [new ScaleStep(current.Name, current.Desired, target)]
            : [.. ScaleDownOld(deployment, current)];
    }

    /// <summary>The size of the current set, which may not exist yet, that the surge allows now.</summary>
    public static int TargetOfCurrent(DeploymentView deployment, int size)
    {
        if (size >= deployment.Replicas)
            return deployment.Replicas;
        var total = deployment.Old.Sum(set => set.Desired) + size;
        var room = Math.Max(0, deployment.Maximum - total);
        return size + Math.Min(room, deployment.Replicas - size);
    }

    private static IEnumerable<ScaleStep> ScaleDownOld(DeploymentView deployment, ReplicaSetView current)
    {
        var total = deployment.All.Sum(set => set.Desired);
        var starting = current.Desired - current.Available;
        var removable = Math.Max(0, total - deployment.Minimum - starting);
        var available = deployment.All.Sum(set => set.Available);

        foreach (var set in deployment.Old)
        {
            // A pod that is not available is no loss; one that is may go only while enough others are available.
            var unhealthy = Math.Min(Math.Max(0, set.Desired - set.Available), removable);
            var spare = Math.Max(0, available - deployment.Minimum);
            var healthy = Math.Min(Math.Min(set.Desired - unhealthy, spare), removable - unhealthy);
            if (unhealthy + healthy <= 0)
                continue;
            removable -= unhealthy + healthy;
            available -= healthy;
            yield return new ScaleStep(set.Name, set.Desired, set.Desired - unhealthy - healthy);
        }
    }
}
