using Pipeline.Core.Environments;
using Pipeline.Core.Tests.Rollouts;

namespace Pipeline.Core.Tests.Environments;

public sealed class RoutingRulesTests
{
    [Fact]
    public void A_selector_cannot_divide_the_traffic_of_a_canary()
    {
        var problem = Assert.Single(Problems(Plans.CanaryOf(5, 100), new TrafficRouting.ServiceSelector()));

        Assert.StartsWith(
            "production.Routing is ServiceSelector: a selector knows the weights 0 and 100 only",
            problem
        );
    }

    [Fact]
    public void A_selector_can_switch()
    {
        Assert.Empty(Problems(new RolloutStrategy.BlueGreen(), new TrafficRouting.ServiceSelector()));
    }

    [Fact]
    public void The_number_of_pods_cannot_switch()
    {
        var problem = Assert.Single(Problems(new RolloutStrategy.BlueGreen(), new TrafficRouting.ReplicaRatio()));

        Assert.StartsWith("production.Routing is ReplicaRatio: blue-green switches at once", problem);
    }

    [Fact]
    public void A_weight_that_the_pods_miss_by_more_than_the_tolerance_is_refused_with_the_actual_share()
    {
        var problem = Assert.Single(
            Problems(Plans.CanaryOf(5, 60, 100), new TrafficRouting.ReplicaRatio { MaySurge = false })
        );

        Assert.Equal(
            "production.Canary.Stages[0].Weight is 5: 5 pods give 20 %, which misses it by more than 10 points; raise Replicas, "
                + "or set Routing.ReplicaRatio.AcceptsDeviation",
            problem
        );
    }

    [Fact]
    public void A_weight_that_the_pods_miss_can_be_accepted()
    {
        var routing = new TrafficRouting.ReplicaRatio { MaySurge = false, AcceptsDeviation = true };

        Assert.Empty(Problems(Plans.CanaryOf(5, 60, 100), routing));
    }

    [Fact]
    public void A_route_without_a_gateway_is_none()
    {
        var problem = Assert.Single(Problems(Plans.CanaryOf(5, 100), new TrafficRouting.IstioRoute { Gateways = [] }));

        Assert.StartsWith("production.Routing.IstioRoute.Gateways is empty", problem);
    }

    private static IEnumerable<string> Problems(RolloutStrategy strategy, TrafficRouting routing)
    {
        var service = Plans.Define(strategy);
        return (service with { Environments = [service.Environments[0] with { Routing = routing }] }).Problems();
    }
}
