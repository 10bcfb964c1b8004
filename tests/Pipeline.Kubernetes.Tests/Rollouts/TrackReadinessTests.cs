using k8s.Models;
using Pipeline.Kubernetes.Rollouts;

namespace Pipeline.Kubernetes.Tests.Rollouts;

public sealed class TrackReadinessTests
{
    [Theory]
    [InlineData(3, 3, 3, 3)]
    [InlineData(3, 3, 1, 1)]
    [InlineData(4, 2, 4, 2)]
    [InlineData(4, 1, 2, 0)]
    public void Pods_count_that_are_available_and_of_the_wanted_template(
        int replicas,
        int updated,
        int available,
        int ready
    )
    {
        var deployment = Deployment(generation: 7, observed: 7);
        deployment.Status.Replicas = replicas;
        deployment.Status.UpdatedReplicas = updated;
        deployment.Status.AvailableReplicas = available;

        Assert.Equal(ready, TrackReadiness.Of(deployment));
    }

    [Fact]
    public void A_status_that_is_older_than_the_specification_says_nothing()
    {
        var deployment = Deployment(generation: 8, observed: 7);
        deployment.Status.Replicas = deployment.Status.UpdatedReplicas = deployment.Status.AvailableReplicas = 3;

        Assert.Equal(0, TrackReadiness.Of(deployment));
    }

    [Fact]
    public void A_deployment_that_no_controller_has_seen_has_no_pods()
    {
        Assert.Equal(0, TrackReadiness.Of(new V1Deployment { Metadata = new V1ObjectMeta { Generation = 1 } }));
        Assert.Equal(0, TrackReadiness.Of(Deployment(generation: 1, observed: null)));
    }

    [Fact]
    public void A_container_that_waits_says_for_what()
    {
        var waiting = new V1ContainerState
        {
            Waiting = new V1ContainerStateWaiting { Reason = "CrashLoopBackOff", Message = "" },
        };

        Assert.Equal("pod p-1: CrashLoopBackOff", TrackReadiness.TroubleOf([Pod("p-1", waiting)]));
    }

    [Fact]
    public void A_container_that_ended_says_how()
    {
        var ended = new V1ContainerState { Terminated = new V1ContainerStateTerminated { ExitCode = 139 } };

        Assert.Equal("pod p-1: ended with exit code 139", TrackReadiness.TroubleOf([Pod("p-1", ended)]));
        Assert.Equal(
            "pod p-2: ended with exit code 139",
            TrackReadiness.TroubleOf([Pod("p-2", new V1ContainerState(), last: ended)])
        );
    }

    [Fact]
    public void A_container_that_is_being_created_or_is_ready_is_no_trouble()
    {
        var creating = new V1ContainerState { Waiting = new V1ContainerStateWaiting { Reason = "ContainerCreating" } };
        var restarted = new V1ContainerState { Terminated = new V1ContainerStateTerminated { ExitCode = 1 } };

        var trouble = TrackReadiness.TroubleOf([
            Pod("p-1", creating),
            Pod("p-2", new V1ContainerState(), last: restarted, ready: true),
            new V1Pod { Metadata = new V1ObjectMeta { Name = "p-3" } },
        ]);

        Assert.Null(trouble);
    }

    private static V1Deployment Deployment(long generation, long? observed) =>
        new()
        {
            Metadata = new V1ObjectMeta { Generation = generation },
            Status = new V1DeploymentStatus { ObservedGeneration = observed },
        };

    private static V1Pod Pod(string name, V1ContainerState state, V1ContainerState? last = null, bool ready = false) =>
        new()
        {
            Metadata = new V1ObjectMeta { Name = name },
            Status = new V1PodStatus
            {
                ContainerStatuses =
                [
                    new V1ContainerStatus
                    {
                        Name = "app",
                        Ready = ready,
                        State = state,
                        LastState = last,
                    },
                ],
            },
        };
}
