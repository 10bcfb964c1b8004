using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Node.Pods;

/// <summary>A pod as it is kept in the store, for the node to write to; another pod of the same name is left alone.</summary>
internal sealed class StoredPod(NodeContext node, PodSpec pod)
{
    /// <summary>Assigns the pod to this node and replaces its status.</summary>
    /// <param name="status">Makes the status from the one that is there.</param>
    /// <returns>False if the store could not take it; a pod that is gone needs no status.</returns>
    public Task<bool> TryWriteAsync(Func<JsonNode?, JsonObject> status) =>
        TryAsync(() =>
            node.Store.UpdateAsync(
                pod.Stored.Key,
                content => IsThis(content) ? Assign(content, status(content["status"])) : content
            )
        );

    /// <summary>Removes the pod, now that its processes have ended.</summary>
    /// <returns>False if the store could not do it.</returns>
    public Task<bool> TryRemoveAsync() => TryAsync(RemoveAsync);

    private async Task RemoveAsync()
    {
        var ended = await node.Store.UpdateAsync(pod.Stored.Key, MarkEnded);

        // Whoever holds a finalizer has the last word; the API server removes the pod then.
        if (IsThis(ended.Content) && !ended.Content.Texts("metadata", "finalizers").Any())
            await node.Store.DeleteAsync(pod.Stored.Key, ended.ResourceVersion);
    }

    private JsonObject MarkEnded(JsonObject content)
    {
        if (IsThis(content))
            content.Within("metadata")["deletionGracePeriodSeconds"] = 0;
        return content;
    }

    private static JsonObject Assign(JsonObject content, JsonObject status)
    {
        content.Within("spec")["nodeName"] = NodeContext.NodeName;
        content["status"] = status;
        return content;
    }

    private bool IsThis(JsonObject content) => content.Text("metadata", "uid") == pod.Uid;

    private async Task<bool> TryAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (ResourceNotFoundException) { }
        catch (ResourceConflictException)
        {
            // Somebody else wrote in between.
            return await TryAsync(write);
        }
        catch (ResourceStoreException e)
        {
            node.Log.LogWarning("Pod {Pod} is not written: {Problem}", pod.Stored.Key, e.Message);
            return false;
        }

        return true;
    }
}
