using Pipeline.Components.Deliver;
using Pipeline.Components.Operate;
using Pipeline.Components.Tests.Deliver;
using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using Pipeline.Core.Rollouts.Status;

namespace Pipeline.Components.Tests.Operate;

/// <summary>A production in memory that serves version <c>a</c>, people who act on it, and runs beside them.</summary>
internal sealed class OperationsFixture : IDisposable
{
    public static Operator Anna { get; } = new("anna", "errors in the log");

    public DeliveryFixture Delivery { get; } = new();

    // A stage lasts long enough for a person to act in it, however busy the machine is.
    private static DeliveryEnvironment Patient { get; } =
        DeliveryFixture.Production with
        {
            Strategy = new RolloutStrategy.Canary
            {
                Stages =
                [
                    new CanaryStage(Percent.Of(25), TimeSpan.FromHours(1)),
                    new CanaryStage(Percent.Full, TimeSpan.FromHours(1)),
                ],
            },
        };

    public void Dispose() => Delivery.Dispose();

    /// <summary>Production after its first version.</summary>
    public static async Task<OperationsFixture> ServingAsync()
    {
        var fixture = new OperationsFixture();
        await fixture.Delivery.DeliverAsync(DeliveryFixture.Production, DeliveryFixture.Image('a'));
        return fixture;
    }

    /// <summary>Rolls out a version that gets no traffic, while a person acts; the result is the exit code of the run.</summary>
    public Task<int> WhileDeliveringAsync(char version, Func<EnvironmentOperations, Task> act) =>
        Delivery.Clock.RunAsync(async () =>
        {
            Delivery.Traffic.RequestsPerLook = 0;
            Task? acting = null;
            Delivery.Cluster.Instead = request =>
            {
                // At the first look, so that it does not depend on who of the two is scheduled first.
                if (acting is null && request.Path.EndsWith("/metrics", StringComparison.Ordinal))
                {
                    acting = Task.CompletedTask;
                    acting = act(Delivery.Operations(Patient));
                }

                return null;
            };
            var exitCode = await ExitCodeOfAsync(
                Delivery.Delivery(Patient, DeliveryFixture.Image(version)).DeliverAsync(default)
            );
            await acting!;
            return exitCode;
        });

    /// <summary>A person acts on their own.</summary>
    public Task<int> ActAsync(Func<EnvironmentOperations, Task> act) =>
        Delivery.Clock.RunAsync(() => ExitCodeOfAsync(act(Delivery.Operations(DeliveryFixture.Production))));

    public Task<EnvironmentStatus> StatusAsync() =>
        Delivery.Clock.RunAsync(() => Delivery.Operations(DeliveryFixture.Production).StatusAsync(default));

    public async Task<RolloutState> RolloutAsync() => (await StatusAsync()).Rollout!;

    /// <summary>A run that is killed while it judges the first stage of a version.</summary>
    public async Task KillWhileJudgingAsync(char version)
    {
        Delivery.DieAtTheNextLook();
        await Assert.ThrowsAsync<RunDiedException>(() =>
            Delivery.DeliverAsync(DeliveryFixture.Production, DeliveryFixture.Image(version))
        );
        Delivery.Cluster.Instead = _ => null;
    }

    public static async Task<int> ExitCodeOfAsync(Task task)
    {
        try
        {
            await task;
            return ExitCode.Success;
        }
        catch (DeliveryException refusal)
        {
            return refusal.ExitCode;
        }
    }
}
