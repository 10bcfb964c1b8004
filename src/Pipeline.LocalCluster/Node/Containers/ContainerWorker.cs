using Pipeline.LocalCluster.Node.Pods;
using Pipeline.LocalCluster.Node.Processes;
using Pipeline.LocalCluster.Node.Unpacking;

namespace Pipeline.LocalCluster.Node.Containers;

/// <summary>Keeps one container running as its pod demands, until the pod ends.</summary>
internal sealed class ContainerWorker(
    NodeContext node,
    PodSpec pod,
    ContainerSpec container,
    string podIp,
    PodTermination termination,
    ContainerStatus before,
    Action changed
)
{
    // A missing image or ConfigMap is looked for again after 1 s at first.
    private static readonly RestartBackOff MissingBackOff = new(1);

    private readonly ContainerLauncher _launcher = new(node, pod, container, podIp);
    private readonly ContainerProbes _probes = new(node, pod, container, podIp);
    private volatile ContainerStatus _status = before;

    public ContainerStatus Status
    {
        get => _status;
        private set
        {
            _status = value;
            changed();
        }
    }

    /// <summary>Runs the container until its pod ends, or until it has ended for good.</summary>
    /// <param name="adopted">Its process, if that outlived an earlier cluster process.</param>
    public async Task RunAsync(ContainerRun? adopted)
    {
        if (adopted is not null)
            _launcher.RenewFiles();
        else if (Status.State is ContainerState.Running lost)
            Status = Status.End(Termination(null, lost.StartedAt));

        var backOff = default(RestartBackOff);
        var run = adopted;
        while (run is not null || !termination.Begun.IsCancellationRequested)
        {
            run ??= await StartAsync();
            if (run is not null)
                await SuperviseAsync(run);
            run = null;
            if (Status.State is not ContainerState.Terminated end || !RestartsAfter(end))
                return;
            backOff = backOff.Fail(end.FinishedAt - end.StartedAt);
            await BackOffAsync(backOff.Delay);
        }
    }

    private bool RestartsAfter(ContainerState.Terminated end) =>
        pod.RestartPolicy == RestartPolicy.Always
        || (pod.RestartPolicy == RestartPolicy.OnFailure && end.ExitCode != 0);

    private async Task BackOffAsync(TimeSpan delay)
    {
        if (delay == TimeSpan.Zero || termination.Begun.IsCancellationRequested)
            return;
        var message = $"back-off {delay.TotalSeconds:0}s restarting failed container={container.Name} pod={pod.Name}";
        Status = Status.Wait("CrashLoopBackOff", message);
        node.Events.Warning(pod.Stored, "BackOff", $"Back-off restarting failed container {container.Name}");
        await WaitAsync(delay);
    }

    private async Task<ContainerRun?> StartAsync()
    {
        var id = Guid.NewGuid().ToString("N");
        var restartCount = Status.NextRestartCount;
        for (var backOff = MissingBackOff; !termination.Begun.IsCancellationRequested; await WaitAsync(backOff.Delay))
        {
            backOff = backOff.Fail(TimeSpan.Zero);
            try
            {
                return await _launcher.StartAsync(id, restartCount, termination.Begun);
            }
            catch (OperationCanceledException) { }
            catch (ImagePullException e)
            {
                Miss(e.Reason, $"Failed to pull image \"{container.Image}\": {e.Message}");
            }
            catch (ContainerConfigException e)
            {
                Miss("CreateContainerConfigError", e.Message);
            }
            catch (Exception e) when (e is LaunchException or IOException or UnauthorizedAccessException)
            {
                RefuseStart(id, restartCount, e.Message);
                return null;
            }
        }

        return null;
    }

    private void Miss(string reason, string message)
    {
        Status = Status.Wait(reason, message);
        node.Events.Warning(pod.Stored, "Failed", message);
    }

    private void RefuseStart(string id, int restartCount, string message)
    {
        var now = node.Time.GetUtcNow();
        Status = Status
            .Run(id, container.Image, restartCount, now)
            .End(new ContainerState.Terminated(ExitCode.NotStarted, "StartError", message, now, now));
        node.Events.Warning(pod.Stored, "Failed", $"Error: {message}");
    }

    private async Task SuperviseAsync(ContainerRun run)
    {
        var record = run.Record;
        Status = Status.Run(record.Launch, container.Image, record.RestartCount, record.StartedAt);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(termination.Begun);
        var probing = _probes.RunAsync(Report, ending.Token);
        await Task.WhenAny(run.Process.Exited, probing);
        if (!run.Process.Exited.IsCompleted)
        {
            var reason = await probing ?? $"Stopping container {container.Name}";
            node.Events.Normal(pod.Stored, "Killing", reason);
            Status = Status with { Ready = false };
            var grace = termination.Begun.IsCancellationRequested ? termination.Grace : pod.Grace;
            await run.Process.EndAsync(grace, node.Time, termination.Now);
        }

        await ending.CancelAsync();
        await probing;
        Status = Status.End(Termination(await run.Process.Exited, record.StartedAt));
        node.Ledger.Forget(record);
    }

    private void Report(bool started, bool ready)
    {
        if ((Status.Started, Status.Ready) != (started, ready))
            Status = Status with { Started = started, Ready = ready };
    }

    private ContainerState.Terminated Termination(int? exitCode, DateTimeOffset startedAt)
    {
        var now = node.Time.GetUtcNow();
        return exitCode is { } code
            ? new ContainerState.Terminated(code, code == 0 ? "Completed" : "Error", null, startedAt, now)
            : new ContainerState.Terminated(
                ExitCode.Killed,
                "ContainerStatusUnknown",
                "The process ended while the cluster was not running, or had been started by an earlier one",
                startedAt,
                now
            );
    }

    private async Task WaitAsync(TimeSpan delay) =>
        await Task.Delay(delay, node.Time, termination.Begun).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
