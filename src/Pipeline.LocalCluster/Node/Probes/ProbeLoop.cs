using System.Runtime.CompilerServices;

namespace Pipeline.LocalCluster.Node.Probes;

/// <summary>Probes one container from its start to its end.</summary>
internal sealed class ProbeLoop(ProbeClient client, string podIp, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>Every result with the state that it led to, until cancelled.</summary>
    public async IAsyncEnumerable<(ProbeState State, string Message)> FollowAsync(
        ProbeSpec spec,
        bool eager,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        var state = ProbeState.Begin(spec, eager, Elapsed());
        while (true)
        {
            if (state.Due - Elapsed() is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancel);
            var result = await client.RunAsync(spec.Action, podIp, spec.Timeout, cancel);
            state = state.Observe(result.Success, Elapsed());
            yield return (state, result.Message);
        }
    }

    private TimeSpan Elapsed() => time.GetElapsedTime(_start);
}
