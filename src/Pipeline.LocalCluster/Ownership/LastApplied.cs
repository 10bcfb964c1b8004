using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Ownership;

/// <summary>
/// Lets <c>kubectl apply --server-side</c> take over what <c>kubectl apply</c> wrote before: fields that still have the value of
/// the last-applied annotation are no conflict for kubectl, as in Kubernetes.
/// </summary>
internal static class LastApplied
{
    private const string Annotation = "kubectl.kubernetes.io/last-applied-configuration";
    private const string Kubectl = "kubectl";

    /// <summary>The fields of the live object that kubectl itself wrote last; none for other managers.</summary>
    public static FieldSet Fields(ResourceKind kind, JsonObject live, WriteOptions options)
    {
        if (options.FieldManager != Kubectl || Parse(live) is not { } applied)
            return new FieldSet();
        var (written, now) = (OwnedValue.Root(applied, kind.Type), OwnedValue.Root(live, kind.Type));
        var difference = FieldComparison.Of(written, now);
        return written.Fields().Except(difference.Changed).Except(difference.Removed);
    }

    private static JsonObject? Parse(JsonObject live)
    {
        try
        {
            return live.Text("metadata", "annotations", Annotation) is { } text
                ? JsonNode.Parse(text) as JsonObject
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
