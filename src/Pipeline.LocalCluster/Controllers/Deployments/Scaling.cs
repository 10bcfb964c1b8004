namespace Pipeline.LocalCluster.Controllers.Deployments;

/// <summary>A change of the number of replicas, as opposed to a rollout: every active set takes its share of it.</summary>
internal static class Scaling
{
    /// <summary>The deployment's size was changed since its active sets were scaled.</summary>
    public static bool IsPending(DeploymentView deployment) =>
        deployment.All.Any(set =>
            set.Desired > 0 && set.DesiredByDeployment is { } desired && desired != deployment.Replicas
        );

    /// <summary>The steps, one for each active set, so that all of them learn of the new size.</summary>
    public static IReadOnlyList<ScaleStep> Next(DeploymentView deployment)
    {
        var active = deployment.All.Where(set => set.Desired > 0).ToList();
        if (active.Count <= 1)
        {
            var only = active.Count == 1 ? active[0] : deployment.Current;
            return only is null ? [] : [new ScaleStep(only.Name, only.Desired, deployment.Replicas)];
        }

        return [.. Proportionally(deployment, active)];
    }

    private static IEnumerable<ScaleStep> Proportionally(DeploymentView deployment, List<ReplicaSetView> active)
    {
        var allowed = deployment.Replicas > 0 ? deployment.Maximum : 0;
        var change = allowed - active.Sum(set => set.Desired);
        var left = change;
        var steps = new List<ScaleStep>();
        foreach (var set in active.OrderByDescending(set => set.Desired).ThenByDescending(set => set.Created))
        {
            var share = Share(set, allowed) - set.Desired;
            var taken = change > 0 ? Math.Clamp(share, 0, left) : Math.Clamp(share, left, 0);
            left -= taken;
            steps.Add(new ScaleStep(set.Name, set.Desired, Math.Max(0, set.Desired + taken)));
        }

        // What rounding left over goes to the largest set.
        steps[0] = steps[0] with
        {
            To = Math.Max(0, steps[0].To + left),
        };
        return steps;
    }

    private static int Share(ReplicaSetView set, int allowed)
    {
        var former = set.MaximumByDeployment is > 0 and var maximum ? maximum : allowed;
        return former == 0 ? 0 : (int)Math.Round((double)set.Desired * allowed / former, MidpointRounding.AwayFromZero);
    }
}
