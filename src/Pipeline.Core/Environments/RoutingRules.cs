using System.Globalization;

namespace Pipeline.Core.Environments;

/// <summary>What the routing of an environment must satisfy together with its strategy.</summary>
internal static class RoutingRules
{
    public static IEnumerable<string> Problems(DeliveryEnvironment environment) =>
        (environment.Routing, environment.Strategy) switch
        {
            (TrafficRouting.ServiceSelector, RolloutStrategy.Canary { Stages.IsDefaultOrEmpty: false } canary)
                when canary.Stages.Any(stage => stage.Weight != Percent.Full) =>
            [
                "Routing is ServiceSelector: a selector knows the weights 0 and 100 only; canaries need GatewayRoute, IstioRoute or ReplicaRatio",
            ],
            (TrafficRouting.ReplicaRatio, RolloutStrategy.BlueGreen) =>
            [
                "Routing is ReplicaRatio: blue-green switches at once; it needs ServiceSelector, GatewayRoute or IstioRoute",
            ],
            (TrafficRouting.ReplicaRatio ratio, RolloutStrategy.Canary { Stages.IsDefaultOrEmpty: false } canary) =>
                Problems(environment.Replicas, ratio, canary),
            (TrafficRouting.IstioRoute { Gateways.IsDefaultOrEmpty: true }, _) =>
            [
                "Routing.IstioRoute.Gateways is empty: name a gateway, or mesh for the traffic inside the mesh",
            ],
            _ => [],
        };

    private static IEnumerable<string> Problems(
        int replicas,
        TrafficRouting.ReplicaRatio ratio,
        RolloutStrategy.Canary canary
    )
    {
        if (ratio.Tolerance < 0)
            yield return Text($"Routing.ReplicaRatio.Tolerance is {ratio.Tolerance}: it must not be negative");
        if (ratio.AcceptsDeviation || replicas < 1)
            yield break;

        foreach (var (i, stage) in canary.Stages.Index())
        {
            var split = ReplicaSplit.Of(replicas, stage.Weight, ratio.MaySurge);
            if (split.DeviationFrom(stage.Weight) > ratio.Tolerance)
                yield return Text(
                    $"Canary.Stages[{i}].Weight is {stage.Weight.Value}: {replicas} pods give {split.ActualShare.Value:0.#} %, which misses it by more than {ratio.Tolerance} points; raise Replicas, or set Routing.ReplicaRatio.AcceptsDeviation"
                );
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
