using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using Pipeline.Core.Rollouts.Simulation;
using Pipeline.Kubernetes.Rollouts;
using Pipeline.Kubernetes.Simulation;
using Pipeline.Kubernetes.Tests.Rollouts;

namespace Pipeline.Kubernetes.Tests.Simulation;

/// <summary>A simulation does what the executor does on an API server, event by event.</summary>
public sealed class SimulationIdentityTests
{
    private static readonly Gen<TrafficCondition> Conditions =
        from weight in Gen.Elements(0, 5, 25, 100)
        from seconds in Gen.Choose(0, 10)
        from errors in Gen.Elements(0, 0.001, 0.01, 0.05, 0.5)
        from stable in Gen.Elements(0, 0.001, 0.05)
        select new TrafficCondition
        {
            FromWeight = weight,
            FromSeconds = seconds,
            ErrorRate = errors,
            StableErrorRate = stable,
        };

    private static readonly Gen<ScheduledRequest> Requests =
        from seconds in Gen.Choose(0, 15)
        from ask in Gen.Elements(
            RequestKind.Hold,
            RequestKind.Resume,
            RequestKind.Promote,
            RequestKind.PromoteFully,
            RequestKind.Abort
        )
        select new ScheduledRequest(seconds, ask);

    private static readonly Arbitrary<Scenario> AnyScenario = (
        from rate in Gen.Elements(0, 20, 1000, 5000)
        from ready in Gen.Frequency((9, Gen.Constant<double?>(0)), (1, Gen.Constant<double?>(null)))
        from smoke in Gen.Frequency((9, Gen.Constant(true)), (1, Gen.Constant(false)))
        from share in Gen.Frequency((4, Gen.Constant<double?>(null)), (1, Gen.Constant<double?>(50)))
        from conditionCount in Gen.Choose(0, 3)
        from conditions in Conditions.ArrayOf(conditionCount)
        from requestCount in Gen.Choose(0, 3)
        from requests in Requests.ArrayOf(requestCount)
        select new Scenario
        {
            Description = "random",
            RequestsPerSecond = rate,
            PodsReadyAfterSeconds = ready,
            SmokeCheckPasses = smoke,
            ActualSharePercent = share,
            Conditions = [.. conditions],
            Requests = [.. requests],
        }
    ).ToArbitrary();

    [Fact]
    public void A_simulation_and_an_executor_on_an_API_server_see_and_do_the_same() => Compare(scenarios: 3);

    [Fact]
    [Trait("Category", "Slow")]
    public void Fifty_simulations_and_executors_see_and_do_the_same() => Compare(scenarios: 50);

    private static void Compare(int scenarios) =>
        Prop.ForAll(
                AnyScenario,
                scenario =>
                {
                    var (simulated, simulatedTrace) = SimulateAsync(scenario).GetAwaiter().GetResult();
                    var (executed, executedTrace) = ExecuteAsync(scenario).GetAwaiter().GetResult();

                    Assert.Equal(executedTrace, simulatedTrace);
                    Assert.Equal((executed.Phase, executed.Outcome), (simulated.Phase, simulated.Outcome));
                    Assert.Equal(executed.Reason, simulated.Reason);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(scenarios));

    private static async Task<(RolloutState End, IReadOnlyList<TraceEvent> Trace)> SimulateAsync(Scenario scenario)
    {
        var production = await StubProduction.ServingAsync();
        var simulation = new RolloutSimulation(TestDelivery.Service, StubProduction.Environment);
        return await simulation.RunAsync(scenario, production.Begin(), (_, _) => { });
    }

    private static async Task<(RolloutState End, IReadOnlyList<TraceEvent> Trace)> ExecuteAsync(Scenario scenario)
    {
        var production = await StubProduction.ServingAsync();
        var traffic = new ScriptedTraffic(scenario, production.Clock, TestDelivery.Service.TrafficRoute);
        production.Cluster.PodsBecomeReady = scenario.PodsReadyAfterSeconds is not null;
        production.Cluster.Proxied = path => Answer(production, scenario, traffic, path);

        var world = new TracedWorld(production.World(), production.Clock);
        var inCluster = new ConfigMapRolloutStore(
            production.Cluster.Api.Client(),
            TestDelivery.Service.Names,
            "production"
        );
        var store = new ScheduledStore(inCluster, scenario, production.Clock);
        var executor = new RolloutExecutor(world, store, production.Clock, _ => { });
        var end = await production.Clock.RunAsync(async () =>
        {
            await store.LoadAsync(default);
            return await executor.RunAsync(production.Begin(), default);
        });
        return (end, world.Events);
    }

    private static (HttpStatusCode Status, string Body) Answer(
        StubProduction production,
        Scenario scenario,
        ScriptedTraffic traffic,
        string path
    )
    {
        if (!path.EndsWith("/metrics", StringComparison.Ordinal))
            return (scenario.SmokeCheckPasses ? HttpStatusCode.OK : HttpStatusCode.InternalServerError, "");

        var pod = path.Split("/pods/")[1].Split(':')[0];
        var track = pod.Contains("-a-", StringComparison.Ordinal) ? Track.A : Track.B;
        var deployment = production.Cluster.Find(track == Track.A ? Paths.TrackA : Paths.TrackB)!;
        return (
            HttpStatusCode.OK,
            traffic.MetricsOf(
                pod,
                isNew: track == Track.B,
                newWeight: 100 - production.Traffic.WeightOfA,
                (int)deployment["spec"]!["replicas"]!
            )
        );
    }
}
