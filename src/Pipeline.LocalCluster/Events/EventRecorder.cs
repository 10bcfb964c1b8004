using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Events;

/// <summary>
/// Writes the Events that <c>kubectl describe</c> shows. An event repeated word for word raises the count of the one
/// that is there, as Kubernetes does.
/// </summary>
public sealed class EventRecorder(IResourceStore store, TimeProvider time)
{
    private const int Remembered = 4096;

    private readonly ConcurrentDictionary<(string? Uid, string What), ResourceKey> _known = new();
    private long _lastTime;

    /// <summary>Records that <paramref name="component"/> did or saw something about an object.</summary>
    /// <param name="regarding">The object, as stored.</param>
    /// <param name="severity">Warning for what keeps the object from its desired state.</param>
    /// <param name="reason">One word in upper camel case: <c>Started</c>, <c>Unhealthy</c>.</param>
    /// <param name="message">A sentence for people.</param>
    /// <param name="component">Who reports: <c>kubelet</c>, <c>deployment-controller</c>.</param>
    /// <param name="cancel">Ends the wait for the disk.</param>
    public async Task RecordAsync(
        StoredObject regarding,
        EventSeverity severity,
        string reason,
        string message,
        string component,
        CancellationToken cancel = default
    )
    {
        var key = KeyOf(regarding, $"{severity}|{reason}|{message}|{component}");
        var now = KubernetesTime.Format(time.GetUtcNow());
        try
        {
            if (store.Find(key) is not null)
            {
                await store.UpdateAsync(key, seen => Again(seen, now), cancel);
                return;
            }

            await store.CreateAsync(key, First(key, regarding, severity, reason, message, component, now), cancel);
        }
        catch (ResourceStoreException)
        {
            // An event is a courtesy: that another writer was faster, or that the disk is full, must not stop the work.
        }
    }

    // Events of one second are listed by name, which therefore holds the time.
    private ResourceKey KeyOf(StoredObject regarding, string what)
    {
        if (_known.Count > Remembered)
            _known.Clear();
        var ns = regarding.Key.Namespace.Length == 0 ? "default" : regarding.Key.Namespace;
        return _known.GetOrAdd(
            (regarding.Content.Text("metadata", "uid"), what),
            _ => GroupResource.Events.Key(ns, $"{regarding.Key.Name}.{NextTime():x16}")
        );
    }

    private long NextTime()
    {
        lock (_known)
            return _lastTime = Math.Max(_lastTime + 1, (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks);
    }

    private static JsonObject Again(JsonObject seen, string now)
    {
        seen["count"] = (seen["count"]?.GetValue<int>() ?? 1) + 1;
        seen["lastTimestamp"] = now;
        return seen;
    }

    private static JsonObject First(
        ResourceKey key,
        StoredObject regarding,
        EventSeverity severity,
        string reason,
        string message,
        string component,
        string now
    )
    {
        var metadata = regarding.Content["metadata"];
        return new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Event",
            ["metadata"] = new JsonObject
            {
                ["name"] = key.Name,
                ["namespace"] = key.Namespace,
                ["uid"] = Guid.NewGuid().ToString(),
                ["creationTimestamp"] = now,
            },
            ["involvedObject"] = new JsonObject
            {
                ["apiVersion"] = regarding.Content["apiVersion"]?.DeepClone(),
                ["kind"] = regarding.Content["kind"]?.DeepClone(),
                ["namespace"] = metadata?["namespace"]?.DeepClone(),
                ["name"] = regarding.Key.Name,
                ["uid"] = metadata?["uid"]?.DeepClone(),
                ["resourceVersion"] = regarding.ResourceVersion.ToString(CultureInfo.InvariantCulture),
            },
            ["reason"] = reason,
            ["message"] = message,
            ["type"] = severity.ToString(),
            ["source"] = new JsonObject { ["component"] = component },
            ["reportingComponent"] = component,
            ["reportingInstance"] = "",
            ["firstTimestamp"] = now,
            ["lastTimestamp"] = now,
            ["count"] = 1,
        };
    }
}
