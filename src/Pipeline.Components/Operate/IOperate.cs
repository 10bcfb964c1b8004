using Nuke.Common;
using Pipeline.Components.Cluster;
using Pipeline.Components.Deliver;
using Pipeline.Components.Evidence;
using Pipeline.Core;
using Pipeline.Core.Environments;

namespace Pipeline.Components.Operate;

/// <summary>Acts on the rollout of one environment.</summary>
public interface IOperate : IHazEnvironment, IHazCluster, IHazEvidence
{
    /// <summary>Why, for the record.</summary>
    [Parameter("Why you do it, for the record")]
    string? Reason => TryGetValue(() => Reason);

    /// <summary>Who acts, for the record.</summary>
    [Parameter("Who does it, for the record; default is the user and the machine")]
    string? By => TryGetValue(() => By);

    /// <summary>Acts on the environment that <see cref="IHazEnvironment.Environment"/> names.</summary>
    async Task OperateAsync(Func<EnvironmentOperations, Operator, CancellationToken, Task> act)
    {
        var signals = RunState.Of(this).Signals;
        try
        {
            var definition = NamedEnvironment();
            var cluster = await ConnectAsync(signals.Token);
            var who = new Operator(
                By ?? $"{System.Environment.UserName}@{System.Environment.MachineName}",
                Reason ?? ""
            );
            await act(OperationsOn(cluster, definition), who, signals.Token);
        }
        catch (DeliveryException refused)
        {
            ExitCode = signals.ExitCodeOfSignal ?? refused.ExitCode;
            throw;
        }
    }

    /// <summary>What can be done to an environment of a cluster.</summary>
    EnvironmentOperations OperationsOn(ClusterConnection cluster, DeliveryEnvironment definition) =>
        new(cluster, Service, definition, plan => RecordsOf(plan.To.ImageDigest), TimeProvider.System);
}
