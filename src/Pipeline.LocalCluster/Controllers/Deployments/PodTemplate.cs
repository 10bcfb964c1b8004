using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers.Deployments;

/// <summary>A deployment's template, and the replica set that is made of it.</summary>
internal static class PodTemplate
{
    public const string HashLabel = "pod-template-hash";

    // Letters and digits that cannot form words, as Kubernetes uses in generated names.
    private const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";

    /// <summary>Whether the replica set was made from the deployment's current template.</summary>
    public static bool IsOf(JsonObject replicaSet, JsonObject deployment)
    {
        var template = replicaSet.At("spec", "template")?.DeepClone();
        (template.At("metadata", "labels") as JsonObject)?.Remove(HashLabel);
        return JsonNode.DeepEquals(template, deployment.At("spec", "template"));
    }

    /// <summary>A name for the template, the same for the same content.</summary>
    public static string Hash(JsonObject deployment) =>
        string.Create(
            10,
            StableHash.Of(Canonical(deployment.At("spec", "template"))),
            (name, rest) =>
            {
                foreach (ref var character in name)
                {
                    character = Alphabet[(int)(rest % (ulong)Alphabet.Length)];
                    rest /= (ulong)Alphabet.Length;
                }
            }
        );

    /// <summary>A new replica set of the deployment's template.</summary>
    public static JsonObject NewReplicaSet(JsonObject deployment, int replicas)
    {
        var hash = Hash(deployment);
        var template = deployment.At("spec", "template")!.DeepClone().AsObject();
        template.Within("metadata").Within("labels")[HashLabel] = hash;
        var selector = deployment.At("spec", "selector")!.DeepClone().AsObject();
        selector.Within("matchLabels")[HashLabel] = hash;
        return new JsonObject
        {
            ["apiVersion"] = "apps/v1",
            ["kind"] = "ReplicaSet",
            ["metadata"] = new JsonObject
            {
                ["name"] = $"{deployment.Text("metadata", "name")}-{hash}",
                ["labels"] = template.At("metadata", "labels")!.DeepClone(),
                ["ownerReferences"] = new JsonArray(OwnerReference.Controlling(deployment)),
            },
            ["spec"] = new JsonObject
            {
                ["replicas"] = replicas,
                ["minReadySeconds"] = deployment.At("spec", "minReadySeconds")?.DeepClone(),
                ["selector"] = selector,
                ["template"] = template,
            },
        };
    }

    private static string Canonical(JsonNode? node) =>
        node switch
        {
            JsonObject content =>
                $"{{{string.Join(',', content.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}:{Canonical(p.Value)}"))}}}",
            JsonArray items => $"[{string.Join(',', items.Select(Canonical))}]",
            _ => node?.ToJsonString() ?? "",
        };
}
