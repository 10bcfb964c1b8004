using System.Collections.Concurrent;
using Pipeline.LocalCluster.Events;
using Pipeline.LocalCluster.Hosting;
using Pipeline.LocalCluster.Node.Containers;
using Pipeline.LocalCluster.Node.Pods;
using Pipeline.LocalCluster.Node.Probes;
using Pipeline.LocalCluster.Node.Processes;
using Pipeline.LocalCluster.Node.Unpacking;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Node;

/// <summary>
/// The cluster's one node, named <c>local</c>. It takes every pod that has no node and runs its containers as processes, from
/// the unpacked layers of their images. Processes that outlive a killed cluster process are adopted by the next one.
/// </summary>
public sealed class LocalNode : IHostedService, IAsyncDisposable
{
    // The gateway is down before the node stops, so there is nobody to drain for: a pod's own grace would only be waited out.
    private static readonly TimeSpan ShutdownGrace = TimeSpan.FromSeconds(2);

    private readonly NodeContext _context;
    private readonly ExitWatcher _watcher = new();
    private readonly ConcurrentDictionary<string, PodWorker> _pods = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _watching = Task.CompletedTask;
    private bool _isDisposed;

    /// <param name="options">Directories.</param>
    /// <param name="store">Where pods are found, and their status is written.</param>
    /// <param name="kubeconfigs">Access to the API for pods with a service account.</param>
    /// <param name="events">What <c>kubectl describe</c> shows.</param>
    /// <param name="time">Probes, back-off and grace run by it.</param>
    /// <param name="log">Where the node reports what it cannot tell anybody else.</param>
    public LocalNode(
        ClusterOptions options,
        IResourceStore store,
        IServiceAccountKubeconfigs kubeconfigs,
        EventRecorder events,
        TimeProvider time,
        ILogger<LocalNode> log
    )
    {
        var directories = new NodeDirectories(options);
        _context = new NodeContext
        {
            Store = store,
            Directories = directories,
            Kubeconfigs = kubeconfigs,
            Images = new ImageCache(directories.Images, options.Registry),
            Ledger = new ChildLedger(directories.Processes, _watcher),
            Probes = new ProbeClient(time),
            Addresses = new PodAddresses(options.Root),
            Events = new PodEvents(events),
            Time = time,
            Log = log,
        };
        Logs = new PodLogs(store, directories, time);
    }

    /// <summary>The output of the containers.</summary>
    public IPodLogs Logs { get; }

    /// <summary>Adopts or ends what an earlier process left, then follows the store.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var (pod, adopted) in await NodeRecovery.RunAsync(_context))
            Run(pod, adopted);
        _watching = WatchAsync();
    }

    /// <summary>Ends all processes, first by SIGTERM and after 2 s, or when <paramref name="cancellationToken"/> says so, by SIGKILL. The pods stay in the store.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var pods = _pods.Values.ToList();
        await using var hurry = cancellationToken.Register(() => pods.ForEach(pod => pod.Kill()));
        await Task.WhenAll(pods.Select(EndAsync));

        // What is written down now belongs to a pod that nobody looks after any more.
        foreach (var (record, process) in _context.Ledger.Recover())
            await _context.Ledger.EndAsync(record, process);
    }

    public async ValueTask DisposeAsync()
    {
        // Whoever composes the cluster registers the node both as itself and as a hosted service, and disposes of both.
        if (Interlocked.Exchange(ref _isDisposed, true))
            return;
        await StopAsync(CancellationToken.None);
        await _context.Events.DisposeAsync();
        _context.Probes.Dispose();
        _context.Images.Dispose();
        _watcher.Dispose();
        _stop.Dispose();
    }

    private async Task EndAsync(PodWorker pod)
    {
        try
        {
            await pod.StopAsync(ShutdownGrace);
            await pod.Running.WaitAsync(ShutdownGrace, _context.Time);
        }
        catch (TimeoutException)
        {
            pod.Kill();
            await pod.Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task WatchAsync()
    {
        while (true)
        {
            try
            {
                await foreach (var change in _context.Store.WatchAsync(GroupResource.Pods, cancel: _stop.Token))
                    TryObserve(change);
            }
            catch (VersionExpiredException)
            {
                // The next watch begins with all pods there are, and a bookmark.
            }
        }
    }

    private void TryObserve(ResourceChange change)
    {
        try
        {
            Observe(change);
        }
#pragma warning disable CA1031 // Whatever is wrong with one pod, the others want their node.
        catch (Exception e)
        {
            _context.Log.LogError(e, "A change of a pod was not acted on");
        }
#pragma warning restore CA1031
    }

    private void Observe(ResourceChange change)
    {
        switch (change)
        {
            case ResourceChange.Put put:
                Observe(PodSpec.Read(put.Object));
                break;
            case ResourceChange.Removed removed:
                _pods.GetValueOrDefault(PodSpec.Read(removed.Object).Uid)?.Vanish();
                break;
            case ResourceChange.Bookmark:
                foreach (var pod in _pods.Values.Where(pod => IsGone(pod.Pod)))
                    pod.Vanish();
                break;
        }
    }

    private void Observe(PodSpec pod)
    {
        if (!_pods.TryGetValue(pod.Uid, out var known))
            Run(pod, new Dictionary<string, ContainerRun>());
        else if (pod.IsDeleted)
            _ = known.DeleteAsync(pod.Grace);
    }

    private bool IsGone(PodSpec pod) => _context.Store.Find(pod.Stored.Key)?.Content.Text("metadata", "uid") != pod.Uid;

    private void Run(PodSpec pod, IReadOnlyDictionary<string, ContainerRun> adopted)
    {
        if (pod.NodeName is not (null or "" or NodeContext.NodeName))
            return;
        var worker = new PodWorker(_context, pod, adopted);
        _pods[pod.Uid] = worker;
        worker.Start();
        _ = ForgetAsync(worker);
    }

    private async Task ForgetAsync(PodWorker worker)
    {
        await worker.Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (worker.Running.Exception is { } failure)
            _context.Log.LogError(failure, "Pod {Pod} is no longer looked after", worker.Pod.Stored.Key);
        _pods.TryRemove(worker.Pod.Uid, out _);
    }
}
