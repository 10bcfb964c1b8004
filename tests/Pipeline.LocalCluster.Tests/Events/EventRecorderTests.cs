using System.Text;
using Pipeline.LocalCluster.Events;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Tests.Events;

public sealed class EventRecorderTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ResourceStore _store;
    private readonly EventRecorder _recorder;

    public EventRecorderTests()
    {
        _store = ResourceStore.Open(_directory.Combine("store"), TimeProvider.System);
        _recorder = new EventRecorder(_store, TimeProvider.System);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task Events_of_one_second_are_listed_in_their_order()
    {
        string[] reasons = ["Scheduled", "Pulled", "Created", "Started"];
        foreach (var reason in reasons)
            await RecordAsync(reason);

        var listed = _store.List(GroupResource.Events).Items.Select(stored => stored.Content.Text("reason"));

        Assert.Equal(reasons, listed);
    }

    [Fact]
    public async Task A_repeated_event_is_counted()
    {
        await RecordAsync("Unhealthy");
        await RecordAsync("Unhealthy");

        Assert.Equal(2, Assert.Single(_store.List(GroupResource.Events).Items).Content.Int("count"));
    }

    private Task RecordAsync(string reason)
    {
        var pod = new StoredObject(
            GroupResource.Pods.Key("shop", "web-1"),
            1,
            Encoding.UTF8.GetBytes("""{"apiVersion":"v1","kind":"Pod","metadata":{"name":"web-1","uid":"u"}}""")
        );
        return _recorder.RecordAsync(pod, EventSeverity.Normal, reason, $"{reason}.", "kubelet");
    }
}
