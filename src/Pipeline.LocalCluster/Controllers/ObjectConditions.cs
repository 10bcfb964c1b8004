using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Controllers;

/// <summary>The conditions of a status, whose transition time moves only with the status of the condition.</summary>
internal static class ObjectConditions
{
    /// <summary>The condition of that type, or null.</summary>
    public static JsonObject? Find(JsonNode? status, string type) =>
        status.Items("conditions").FirstOrDefault(condition => condition.Text("type") == type);

    /// <summary><paramref name="condition"/> with the transition time of <paramref name="old"/> if the status is the same.</summary>
    public static JsonObject Since(JsonObject condition, JsonObject? old, DateTimeOffset now)
    {
        var same = old is not null && old.Text("status") == condition.Text("status");
        condition["lastTransitionTime"] = same ? old.Text("lastTransitionTime") : KubernetesTime.Format(now);
        return condition;
    }
}
