namespace Pipeline.LocalCluster.Controllers.Deployments;

/// <summary>The next step of strategy <c>Recreate</c>: all old pods go before the first new one comes.</summary>
internal static class Recreation
{
    /// <summary>Whether the current set may be created or scaled up.</summary>
    /// <param name="deployment">The deployment.</param>
    /// <param name="oldPods">Pods of old sets that have not ended yet, terminating ones included.</param>
    public static bool MayStart(DeploymentView deployment, int oldPods) =>
        oldPods == 0 && deployment.Old.All(set => set is { Desired: 0, Actual: 0 });

    public static IReadOnlyList<ScaleStep> Next(DeploymentView deployment, int oldPods)
    {
        var running = deployment
            .Old.Where(set => set.Desired > 0)
            .Select(set => new ScaleStep(set.Name, set.Desired, 0));
        if (!MayStart(deployment, oldPods))
            return [.. running];
        return deployment.Current is { } current && current.Desired != deployment.Replicas
            ? [new ScaleStep(current.Name, current.Desired, deployment.Replicas)]
            : [];
    }
}
