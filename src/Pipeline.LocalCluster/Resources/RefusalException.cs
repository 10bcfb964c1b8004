using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Resources;

/// <summary>A request that is refused, with everything that a <c>Status</c> object says about it.</summary>
public sealed class RefusalException(int code, string reason, string message, JsonObject? details = null)
    : Exception(message)
{
    /// <summary>The HTTP status code.</summary>
    public int Code { get; } = code;

    /// <summary>The machine-readable reason, as Kubernetes names it: <c>NotFound</c>, <c>Conflict</c>.</summary>
    public string Reason { get; } = reason;

    /// <summary>The <c>Status</c> object that the client receives.</summary>
    public JsonObject ToStatus() =>
        new()
        {
            ["kind"] = "Status",
            ["apiVersion"] = "v1",
            ["metadata"] = new JsonObject(),
            ["status"] = "Failure",
            ["message"] = Message,
            ["reason"] = Reason,
            ["details"] = details?.DeepClone() ?? new JsonObject(),
            ["code"] = Code,
        };
}
