using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Rules;
using Pipeline.LocalCluster.Schemas;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Resources;

/// <summary>What happens to an object between a client's request and the store: decoding, defaults, validation, metadata.</summary>
internal static class Admission
{
    private const string NameAlphabet = "bcdfghjklmnpqrstvwxz2456789";

    /// <summary>Refuses unknown and mistyped fields, or drops unknown ones and returns a warning for each.</summary>
    /// <exception cref="RefusalException">The content does not decode into the kind.</exception>
    public static IReadOnlyList<string> Decode(ResourceKind kind, JsonObject content, FieldValidation validation)
    {
        Expect("apiVersion", kind.ApiVersion);
        Expect("kind", kind.Kind);
        var decoding = StrictDecoding.Check(content, kind.Type);
        var subject = $"{kind.Kind} in version \"{kind.Version}\" cannot be handled as a {kind.Kind}";
        if (decoding.Mistyped.Count > 0)
            throw Refusal.BadRequest($"{subject}: {string.Join(", ", decoding.Mistyped)}");
        if (validation == FieldValidation.Strict && decoding.Unknown.Count > 0)
            throw Refusal.BadRequest($"{subject}: strict decoding error: {string.Join(", ", decoding.Unknown)}");
        return validation == FieldValidation.Warn ? decoding.Unknown : [];

        void Expect(string field, string expected)
        {
            var found = content[field] is null ? expected : content.Text(field);
            if (found != expected)
                throw Refusal.BadRequest(
                    $"{field} is {content[field]!.ToJsonString()}, but this path serves {expected}"
                );
            content[field] = expected;
        }
    }

    /// <summary>Makes a decoded object one that can be stored for the first time.</summary>
    /// <exception cref="RefusalException">The object is invalid.</exception>
    public static void Create(ResourceKind kind, string ns, JsonObject content, DateTimeOffset now)
    {
        var metadata = content.Within("metadata");
        if (metadata.Text("resourceVersion") is { Length: > 0 })
            throw Refusal.BadRequest("resourceVersion should not be set on objects to be created");
        PlaceIn(kind, ns, metadata);
        if (metadata.Text("name") is null or "" && metadata.Text("generateName") is { Length: > 0 } prefix)
            metadata["name"] = prefix + RandomNumberGenerator.GetString(NameAlphabet, 5);
        foreach (var ours in (ReadOnlySpan<string>)["deletionTimestamp", "deletionGracePeriodSeconds", "selfLink"])
            metadata.Remove(ours);
        metadata["uid"] = Guid.NewGuid().ToString();
        metadata["creationTimestamp"] = KubernetesTime.Format(now);
        metadata.Remove("generation");
        if (kind.CountsGenerations)
            metadata["generation"] = 1;
        if (kind.HasStatus)
            InitialStatus(kind, content);
        Complete(kind, content, null);
    }

    /// <summary>Makes a decoded object the next version of <paramref name="old"/>.</summary>
    /// <exception cref="RefusalException">The object is invalid, or may not change in this way.</exception>
    public static void Update(ResourceKind kind, JsonObject content, JsonObject old, WriteScope scope)
    {
        var metadata = content.Within("metadata");
        if (metadata.Text("name") is { } name && name != old.Text("metadata", "name"))
            throw Refusal.BadRequest(
                $"the name of the object ({name}) does not match the name on the URL ({old.Text("metadata", "name")})"
            );
        if (metadata.Text("uid") is { Length: > 0 } uid && uid != old.Text("metadata", "uid"))
            throw Refusal.Conflict(
                kind,
                old.Text("metadata", "name")!,
                $"Precondition failed: UID in object meta: {old.Text("metadata", "uid")}, in the request: {uid}"
            );

        ObjectParts.Restore(kind, content, old, scope);
        Complete(kind, content, old);
        if (kind.CountsGenerations && !ObjectParts.SameButMetadataAndStatus(content, old))
            metadata["generation"] = (old.Int("metadata", "generation") ?? 0) + 1;
    }

    private static void Complete(ResourceKind kind, JsonObject content, JsonObject? old)
    {
        Defaulting.Apply(content, kind.Type);
        var rules = KindRules.Of(kind);
        rules.Default(content);
        var problems = MetadataRules
            .Problems(content, rules)
            .Concat(SchemaRules.Problems(content, kind.Type))
            .Concat(rules.Problems(content))
            .Concat(old is null ? [] : rules.ForbiddenChanges(content, old))
            .ToList();
        if (problems.Count > 0)
            throw Refusal.Invalid(kind, content.Text("metadata", "name") ?? "", problems);
    }

    private static void PlaceIn(ResourceKind kind, string ns, JsonObject metadata)
    {
        if (!kind.Namespaced)
            metadata.Remove("namespace");
        else if (metadata.Text("namespace") is { Length: > 0 } given && given != ns)
            throw Refusal.BadRequest(
                $"the namespace of the provided object ({given}) does not match the namespace sent on the request ({ns})"
            );
        else
            metadata["namespace"] = ns;
    }

    private static void InitialStatus(ResourceKind kind, JsonObject content)
    {
        content.Remove("status");
        JsonObject? initial = kind.Kind switch
        {
            "Pod" => new() { ["phase"] = "Pending", ["qosClass"] = "BestEffort" },
            "Namespace" => new() { ["phase"] = "Active" },
            "ReplicaSet" => new() { ["replicas"] = 0 },
            "Service" => new() { ["loadBalancer"] = new JsonObject() },
            _ => kind.BuiltIn ? [] : null,
        };
        if (initial is not null)
            content["status"] = initial;
    }
}
