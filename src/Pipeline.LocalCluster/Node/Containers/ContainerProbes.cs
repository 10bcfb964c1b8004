using System.Runtime.CompilerServices;
using Pipeline.LocalCluster.Node.Pods;
using Pipeline.LocalCluster.Node.Probes;

namespace Pipeline.LocalCluster.Node.Containers;

/// <summary>What the probes say of one run of a container: first startup, then readiness and liveness side by side.</summary>
internal sealed class ContainerProbes(NodeContext node, PodSpec pod, ContainerSpec container, string podIp)
{
    /// <summary>Probes until a probe condemns the run, and returns the sentence for it; null when cancelled.</summary>
    /// <param name="report">Hears whether the container has started and whether it is ready.</param>
    /// <param name="cancel">Ends it; nothing is reported afterwards.</param>
    public async Task<string?> RunAsync(Action<bool, bool> report, CancellationToken cancel)
    {
        var loop = new ProbeLoop(node.Probes, podIp, node.Time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            if (container.Startup is { } startup && !await SucceedsAsync(loop, startup, ending.Token))
                return $"Container {container.Name} failed startup probe, will be restarted";
            report(true, container.Readiness is null);

            var readiness = FollowReadinessAsync(loop, report, ending.Token);
            await FailsAsync(loop, ending.Token);
            await ending.CancelAsync();
            await readiness.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return cancel.IsCancellationRequested
                ? null
                : $"Container {container.Name} failed liveness probe, will be restarted";
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<bool> SucceedsAsync(ProbeLoop loop, ProbeSpec startup, CancellationToken cancel)
    {
        await foreach (var verdict in FollowAsync(loop, startup, "Startup", eager: true, cancel))
        {
            if (verdict is { } decided)
                return decided;
        }

        return false;
    }

    private async Task FollowReadinessAsync(ProbeLoop loop, Action<bool, bool> report, CancellationToken cancel)
    {
        if (container.Readiness is null)
            return;
        await foreach (var verdict in FollowAsync(loop, container.Readiness, "Readiness", eager: true, cancel))
            report(true, verdict == true);
    }

    /// <summary>Completes when the liveness probe has failed, or when cancelled.</summary>
    private async Task FailsAsync(ProbeLoop loop, CancellationToken cancel)
    {
        if (container.Liveness is null)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, node.Time, cancel)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        try
        {
            await foreach (var verdict in FollowAsync(loop, container.Liveness, "Liveness", eager: false, cancel))
            {
                if (verdict == false)
                    return;
            }
        }
        catch (OperationCanceledException) { }
    }

    private async IAsyncEnumerable<bool?> FollowAsync(
        ProbeLoop loop,
        ProbeSpec spec,
        string kind,
        bool eager,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        await foreach (var (state, message) in loop.FollowAsync(spec, eager, cancel))
        {
            if (state.CountedFailure)
                node.Events.Warning(pod.Stored, "Unhealthy", $"{kind} probe failed: {message}");
            yield return state.Verdict;
        }
    }
}
