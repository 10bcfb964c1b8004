using Pipeline.Components.Deliver;
using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using Pipeline.Kubernetes.Rollouts;

namespace Pipeline.Components.Operate;

/// <summary>Rolls out a version that was there before: one that did not make it, or one that served.</summary>
public sealed class Redeployment
{
    private readonly OperatedEnvironment operated;
    private readonly EnvironmentOperations operations;

    internal Redeployment(OperatedEnvironment operated, EnvironmentOperations operations) =>
        (this.operated, this.operations) = (operated, operations);

    /// <summary>Rolls out the last version again if it did not make it.</summary>
    /// <exception cref="DeliveryException">There was no rollout, another executor is at work, or it does not end well.</exception>
    public async Task RetryAsync(Operator who, CancellationToken stop)
    {
        var last = await operated.LastAsync(stop);
        if (last.Outcome is null or RolloutOutcome.Promoted)
        {
            var why = last.Outcome is null ? "it is under way" : "it made it";
            operated.Print($"nothing to do for {last.Plan.Id}: {why}");
            return;
        }

        var version = new WantedVersion(last.Plan.To, last.Plan.Repository, last.Plan.Version);
        var request = operated.RequestFor(last, RequestKind.Retry, who);
        await RollOutAsync(operated.Definition, version, request, stop);
    }

    /// <summary>Returns to a revision that served before: by one write while it is warm, else by a rollout that is not judged.</summary>
    /// <param name="number">Its number in the history; null for the one before.</param>
    /// <param name="who">Who asks.</param>
    /// <param name="imageExists">Whether the registry still has an image.</param>
    /// <param name="stop">Ends the wait, and the execution as a signal does.</param>
    /// <exception cref="DeliveryException">There is no such revision, its image is gone, or as for <see cref="RetryAsync"/>.</exception>
    public async Task UndoAsync(int? number, Operator who, Predicate<Revision> imageExists, CancellationToken stop)
    {
        var last = await operated.LastAsync(stop);
        if (number is null && (last.IsUndecided || last.Phase == RolloutPhase.Standby))
        {
            await operations.AskAsync(last.IsUndecided ? RequestKind.Abort : RequestKind.Undo, who, stop);
            return;
        }

        var serving = (await operated.Objects.SnapshotAsync(stop)).Serving;
        var wanted = Chosen(await operated.Objects.History.ReadAsync(stop), serving, number);
        if (last.Phase == RolloutPhase.Standby && last.Plan.From == wanted.Revision)
        {
            await operations.AskAsync(RequestKind.Undo, who, stop);
            return;
        }

        if (!imageExists(wanted.Revision))
            throw operated.Refused(
                $"the registry has no image {wanted.Revision.ImageDigest} any more: choose another revision"
            );
        await RollOutAsync(
            InOneSwitch(operated.Definition),
            new WantedVersion(wanted.Revision, last.Plan.Repository, wanted.Version),
            operated.RequestFor(last, RequestKind.Undo, who),
            stop
        );
    }

    // The revision was judged when it came, and every minute counts now.
    private static DeliveryEnvironment InOneSwitch(DeliveryEnvironment definition) =>
        definition.Strategy is RolloutStrategy.Canary { Standby: var standby }
            ? definition with
            {
                Strategy = new RolloutStrategy.BlueGreen { Standby = standby },
            }
            : definition;

    private async Task RollOutAsync(
        DeliveryEnvironment wanted,
        WantedVersion version,
        OperatorRequest request,
        CancellationToken stop
    )
    {
        try
        {
            await using var lease = await operated.AcquireAsync(stop);
            switch (await operated.DecideAsync(wanted, version, stop))
            {
                case RolloutDecision.NothingToDo:
                    operated.Print($"nothing to do: {version.Revision.Short} serves already");
                    break;
                case RolloutDecision.Begin { State: var state }:
                    if (state.Plan.Stages.Any(stage => stage.MaximumDuration is not null))
                        await operated.Objects.DemandMetricsAsync(state.Plan, stop);
                    foreach (var line in state.Plan.Describe())
                        operated.Print(line);
                    var noted = state with { Requests = [request with { Rollout = state.Plan.Id }] };
                    await operated.ExecuteAsync(wanted, noted, lease, stop);
                    break;
                default:
                    throw new DeliveryException(
                        $"{wanted.Name}: a rollout was left in the middle: Resume or Abort it first",
                        ExitCode.LeaseHeld
                    );
            }
        }
        catch (LeaseHeldException held)
        {
            throw new DeliveryException(held.Message, ExitCode.LeaseHeld);
        }
    }

    private KeptRevision Chosen(IReadOnlyList<KeptRevision> history, Revision? serving, int? number)
    {
        var kept = string.Join(", ", history.Select(entry => $"{entry.Number} ({entry.Revision.Short})"));
        return number is null
            ? history.LastOrDefault(entry => entry.Revision != serving)
                ?? throw operated.Refused("no other revision served before: there is nothing to return to")
            : history.FirstOrDefault(entry => entry.Number == number)
                ?? throw operated.Refused($"--to is {number}: the revisions that are kept are {kept}");
    }
}
