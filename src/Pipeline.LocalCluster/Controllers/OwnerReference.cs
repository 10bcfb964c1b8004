using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers;

/// <summary>A reference from an object to one that it depends on.</summary>
internal sealed record OwnerReference(string ApiVersion, string Kind, string Name, string Uid)
{
    /// <summary>The owner that controls the object, or null.</summary>
    public static OwnerReference? ControllerOf(JsonObject content) =>
        content
            .Items("metadata", "ownerReferences")
            .Where(owner => owner.Flag("controller"))
            .Select(Parse)
            .FirstOrDefault();

    /// <summary>All owners of an object.</summary>
    public static IEnumerable<OwnerReference> Of(JsonObject content) =>
        content.Items("metadata", "ownerReferences").Select(Parse);

    /// <summary>A reference by which <paramref name="owner"/> controls an object.</summary>
    public static JsonObject Controlling(JsonObject owner) =>
        new()
        {
            ["apiVersion"] = owner.Text("apiVersion"),
            ["kind"] = owner.Text("kind"),
            ["name"] = owner.Text("metadata", "name"),
            ["uid"] = owner.Text("metadata", "uid"),
            ["controller"] = true,
            ["blockOwnerDeletion"] = true,
        };

    /// <summary>Whether <paramref name="owner"/> controls an object.</summary>
    public static bool IsControlledBy(JsonObject content, JsonObject owner) =>
        ControllerOf(content)?.Uid == owner.Text("metadata", "uid");

    /// <summary>Takes the owner with that uid out of an object.</summary>
    public static void Remove(JsonObject content, string? uid)
    {
        if (content.At("metadata", "ownerReferences") is not JsonArray owners)
            return;
        owners.RemoveAll(owner => owner.Text("uid") == uid);
        if (owners.Count == 0)
            content.Within("metadata").Remove("ownerReferences");
    }

    private static OwnerReference Parse(JsonObject owner) =>
        new(
            owner.Text("apiVersion") ?? "",
            owner.Text("kind") ?? "",
            owner.Text("name") ?? "",
            owner.Text("uid") ?? ""
        );
}
