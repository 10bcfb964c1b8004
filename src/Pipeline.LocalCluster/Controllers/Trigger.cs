using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers;

/// <summary>A collection that a controller watches, and the keys that a change of one of its objects means.</summary>
internal sealed record Trigger(GroupResource Resource, Func<StoredObject, IEnumerable<ResourceKey>> Keys)
{
    /// <summary>A change of an object means that object.</summary>
    public static Trigger Itself(GroupResource resource) => new(resource, changed => [changed.Key]);

    /// <summary>A change of an object means its controller, if that is of the kind <paramref name="owner"/>.</summary>
    public static Trigger Owner(GroupResource resource, string ownerKind, GroupResource owner) =>
        new(
            resource,
            changed =>
                OwnerReference.ControllerOf(changed.Content) is { } reference && reference.Kind == ownerKind
                    ? [owner.Key(changed.Key.Namespace, reference.Name)]
                    : []
        );
}
