using System.Threading.Channels;
using Pipeline.LocalCluster.Node.Containers;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Node.Pods;

/// <summary>Runs one pod from its assignment to its removal, and keeps its status in the store.</summary>
internal sealed class PodWorker
{
    private static readonly TimeSpan StoreRetry = TimeSpan.FromSeconds(1);

    private readonly NodeContext _node;
    private readonly PodSpec _pod;
    private readonly IReadOnlyDictionary<string, ContainerRun> _adopted;
    private readonly StoredPod _stored;
    private readonly PodTermination _termination = new();
    private readonly TaskCompletionSource<bool> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private ContainerWorker[] _containers = [];
    private string _address = "";
    private bool _isEnding;
    private volatile bool _isStopping;

    /// <param name="node">What all pods share.</param>
    /// <param name="pod">The pod.</param>
    /// <param name="adopted">By container, the processes of this pod that outlived an earlier cluster process.</param>
    public PodWorker(NodeContext node, PodSpec pod, IReadOnlyDictionary<string, ContainerRun> adopted) =>
        (_node, _pod, _adopted, _stored) = (node, pod, adopted, new StoredPod(node, pod));

    public PodSpec Pod => _pod;

    /// <summary>Completes when the pod is removed, or when the node has stopped it.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>Takes the pod on.</summary>
    public void Start() => Running = Task.Run(RunToTheEndAsync);

    /// <summary>Begins the end of the pod, as somebody asked; it is not ready from now on, before its processes hear of it.</summary>
    public Task DeleteAsync(TimeSpan grace) => EndAsync(grace, remove: true);

    /// <summary>Ends the pod's processes because the node stops; the pod stays.</summary>
    public Task StopAsync(TimeSpan grace)
    {
        _isStopping = true;
        return EndAsync(grace, remove: false);
    }

    /// <summary>Ends the pod's processes at once, because the pod is gone.</summary>
    public void Vanish()
    {
        Volatile.Write(ref _isEnding, true);
        _termination.Kill();
        _end.TrySetResult(true);
    }

    /// <summary>Cuts the grace short.</summary>
    public void Kill() => _termination.Kill();

    private async Task RunToTheEndAsync()
    {
        if (_pod.IsDeleted)
            await DeleteAsync(_pod.Grace);
        if (!PodPhase.IsFinal(_pod.Stored.Content.Text("status", "phase")))
            await (_pod.Problem is { } problem ? RejectAsync(problem) : RunContainersAsync());

        if (await _end.Task)
            await RemoveAsync();
    }

    private async Task EndAsync(TimeSpan grace, bool remove)
    {
        if (Interlocked.Exchange(ref _isEnding, true))
            return;
        if (_containers.Length > 0)
            await TryPublishAsync();
        _termination.Begin(grace);
        _end.TrySetResult(remove);
    }

    private async Task RunContainersAsync()
    {
        var ports = _pod.Containers.SelectMany(container => container.Ports).ToArray();
        _address =
            _adopted.Values.FirstOrDefault()?.Record.PodIp
            ?? _node.Addresses.Acquire(_pod.Stored.Content.Text("status", "podIP"), [.. ports]);
        _containers = [.. _pod.Containers.Select(Work)];
        await AssignAsync();

        var publishing = FollowChangesAsync();
        await Task.WhenAll(
            _containers.Select(worker => worker.RunAsync(_adopted.GetValueOrDefault(worker.Status.Name)))
        );
        _changes.Writer.Complete();
        await publishing;
        await TryPublishAsync();
        _node.Addresses.Release(_address);
    }

    private ContainerWorker Work(ContainerSpec container) =>
        new(
            _node,
            _pod,
            container,
            _address,
            _termination,
            ContainerStatusJson.Read(container, _pod.Stored.Content["status"]),
            () => _changes.Writer.TryWrite(true)
        );

    private async Task AssignAsync()
    {
        await TryPublishAsync();
        if (_pod.NodeName is null)
        {
            var message = $"Successfully assigned {_pod.Namespace}/{_pod.Name} to {NodeContext.NodeName}";
            _node.Events.Normal(_pod.Stored, "Scheduled", message);
        }
    }

    private async Task FollowChangesAsync()
    {
        await foreach (var _ in _changes.Reader.ReadAllAsync())
        {
            while (!await TryPublishAsync() && !_isEnding)
                await Task.Delay(StoreRetry, _node.Time);
        }
    }

    // The status is made when it is written, so that of two writers at once the later one has the newer.
    private Task<bool> TryPublishAsync() =>
        _stored.TryWriteAsync(before => Status().Write(before, _node.Time.GetUtcNow()));

    private PodStatus Status() =>
        new()
        {
            RestartPolicy = _pod.RestartPolicy,
            PodIp = _address,
            Containers =
            [
                .. _containers.Select(worker => worker.Status with { Ready = worker.Status.Ready && !_isEnding }),
            ],
        };

    private async Task RejectAsync(string problem)
    {
        _node.Events.Warning(_pod.Stored, "NotSupported", problem);
        await InsistAsync(() => _stored.TryWriteAsync(_ => PodStatus.Rejected(problem, _node.Time.GetUtcNow())));
    }

    private async Task RemoveAsync()
    {
        await InsistAsync(_stored.TryRemoveAsync);
        var directory = _node.Directories.Of(_pod.Uid);
        if (Directory.Exists(directory))
            Directory.Delete(directory, recursive: true);
    }

    private async Task InsistAsync(Func<Task<bool>> write)
    {
        while (!await write() && !_isStopping)
            await Task.Delay(StoreRetry, _node.Time);
    }
}
