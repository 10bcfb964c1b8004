using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>A change to an object, in one of the four forms that the API server takes.</summary>
[JsonConverter(typeof(V1PatchJsonConverter))]
public record V1Patch
{
    /// <param name="body">The patch: an object, or a string that is sent as it is.</param>
    /// <param name="type">The form of the patch, which becomes the content type of the request.</param>
    public V1Patch(object body, PatchType type)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (type == PatchType.Unknown)
            throw new ArgumentException(
                "A patch needs one of the four types: JSON, merge, strategic merge or apply.",
                nameof(type)
            );
        Content = body;
        Type = type;
    }

    public enum PatchType
    {
        Unknown,
        JsonPatch,
        MergePatch,
        StrategicMergePatch,
        ApplyPatch,
    }

    public object Content { get; private init; }

    public PatchType Type { get; private init; }

    internal string ContentType =>
        Type switch
        {
            PatchType.JsonPatch => "application/json-patch+json",
            PatchType.MergePatch => "application/merge-patch+json",
            PatchType.StrategicMergePatch => "application/strategic-merge-patch+json",
            _ => "application/apply-patch+yaml",
        };
}
