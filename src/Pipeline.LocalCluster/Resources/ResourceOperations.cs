using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Ownership;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Resources;

/// <summary>Create, update and delete with everything that the API promises; requests and controllers both write through it.</summary>
public sealed class ResourceOperations(IResourceStore store, TimeProvider time)
{
    /// <summary>The object as stored.</summary>
    /// <exception cref="RefusalException">There is none.</exception>
    public StoredObject Get(ResourceKind kind, string ns, string name) =>
        store.Find(kind.Key(ns, name)) ?? throw Refusal.NotFound(kind, name);

    /// <summary>Stores a new object, made from a client's.</summary>
    /// <exception cref="RefusalException">The object is invalid, or its name is taken.</exception>
    public async Task<WriteResult> CreateAsync(
        ResourceKind kind,
        string ns,
        JsonObject content,
        WriteOptions options,
        CancellationToken cancel = default
    )
    {
        var now = time.GetUtcNow();
        var warnings = Admission.Decode(kind, content, options.FieldValidation);
        Admission.Create(kind, ns, content, now);
        var name = content.Text("metadata", "name")!;
        RequireNamespace(kind, ns, name);
        if (!options.Applies)
            FieldManagers.RecordUpdate(kind, content, null, options, now);
        var key = kind.Key(ns, name);
        if (options.DryRun)
            return store.Find(key) is null
                ? new WriteResult(content, true, warnings)
                : throw Refusal.AlreadyExists(kind, name);
        try
        {
            return new WriteResult((await store.CreateAsync(key, content, cancel)).Content, true, warnings);
        }
        catch (ResourceExistsException)
        {
            throw Refusal.AlreadyExists(kind, name);
        }
    }

    /// <summary>
    /// Changes an object. If somebody else writes in between, the change is applied again, unless it states a resource version.
    /// </summary>
    /// <param name="kind">The object's kind.</param>
    /// <param name="ns">Its namespace; ignored for cluster-scoped kinds.</param>
    /// <param name="name">Its name.</param>
    /// <param name="change">Makes the client's wish from a copy of the current object.</param>
    /// <param name="options">How the write is to be done.</param>
    /// <param name="cancel">Ends the wait for the disk.</param>
    /// <exception cref="RefusalException">The object is not there, is invalid, or has another version.</exception>
    public async Task<WriteResult> UpdateAsync(
        ResourceKind kind,
        string ns,
        string name,
        Func<JsonObject, JsonObject> change,
        WriteOptions options,
        CancellationToken cancel = default
    )
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var current = Get(kind, ns, name);
            var content = change(current.Copy());
            var warnings = Admission.Decode(kind, content, options.FieldValidation);
            ExpectVersion(kind, content, current);
            Admission.Update(kind, content, current.Content, options.Scope);
            if (!options.Applies)
                FieldManagers.RecordUpdate(kind, content, current.Content, options, time.GetUtcNow());
            if (options.DryRun)
                return new WriteResult(content, false, warnings);
            try
            {
                var stored = Deletion.IsFinished(kind, content)
                    ? await store.DeleteAsync(current.Key, current.ResourceVersion, cancel)
                    : await store.UpdateAsync(current.Key, content, current.ResourceVersion, cancel);
                return new WriteResult(stored.Content, false, warnings);
            }
            catch (ResourceConflictException)
            {
                // The loop reads the newer version; a stated version will not match it and ends the loop.
            }
            catch (ResourceNotFoundException)
            {
                throw Refusal.NotFound(kind, name);
            }
        }
    }

    /// <summary>Removes an object, or marks it if a pod has to end, or a finalizer to be dealt with, first.</summary>
    /// <returns>The marked object, and whether it is gone already.</returns>
    /// <exception cref="RefusalException">The object is not there, protected, or not the expected one.</exception>
    public async Task<(JsonObject Content, bool Gone)> DeleteAsync(
        ResourceKind kind,
        string ns,
        string name,
        DeleteOptions options,
        CancellationToken cancel = default
    )
    {
        if (kind.Resource == GroupResource.Namespaces && ClusterNamespaces.Permanent.Contains(name))
            throw Refusal.Forbidden(kind, name, "this namespace may not be deleted");
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var current = Get(kind, ns, name);
            ExpectPreconditions(kind, current, options);
            var marked = Deletion.Mark(kind, current, options, time.GetUtcNow());
            if (options.DryRun)
                return (marked ?? current.Content, marked is null);
            try
            {
                return marked is null
                    ? ((await store.DeleteAsync(current.Key, current.ResourceVersion, cancel)).Content, true)
                    : ((await store.UpdateAsync(current.Key, marked, current.ResourceVersion, cancel)).Content, false);
            }
            catch (ResourceConflictException)
            {
                // Decided anew from the newer version.
            }
            catch (ResourceNotFoundException)
            {
                throw Refusal.NotFound(kind, name);
            }
        }
    }

    private void RequireNamespace(ResourceKind kind, string ns, string name)
    {
        if (!kind.Namespaced)
            return;
        var found = store.Find(GroupResource.Namespaces.Key("", ns));
        if (found is null)
            throw Refusal.NotFound(KindTable.Of(GroupResource.Namespaces), ns);
        if (found.Content.At("metadata", "deletionTimestamp") is not null)
            throw Refusal.Forbidden(
                kind,
                name,
                $"unable to create new content in namespace {ns} because it is being terminated"
            );
    }

    private static void ExpectVersion(ResourceKind kind, JsonObject content, StoredObject current)
    {
        var stated = content.Text("metadata", "resourceVersion");
        if (stated is { Length: > 0 } && stated != current.ResourceVersion.ToString(CultureInfo.InvariantCulture))
            throw Refusal.Conflict(kind, current.Key.Name);
    }

    private static void ExpectPreconditions(ResourceKind kind, StoredObject current, DeleteOptions options)
    {
        var uid = current.Content.Text("metadata", "uid");
        if (options.Uid is { } expected && expected != uid)
            throw Refusal.Conflict(
                kind,
                current.Key.Name,
                $"Precondition failed: UID in precondition: {expected}, UID in object meta: {uid}"
            );
        var version = current.ResourceVersion.ToString(CultureInfo.InvariantCulture);
        if (options.ResourceVersion is { } stated && stated != version)
            throw Refusal.Conflict(
                kind,
                current.Key.Name,
                $"Precondition failed: ResourceVersion in precondition: {stated}, ResourceVersion in object meta: {version}"
            );
    }
}
