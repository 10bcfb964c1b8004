using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Pipeline.Core.Evidence;

/// <summary>The JSON form of in-toto Statement v1: the type of the predicate stands beside it.</summary>
public sealed class EvidenceStatementJsonConverter : JsonConverter<EvidenceStatement>
{
    /// <inheritdoc/>
    public override EvidenceStatement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (JsonNode.Parse(ref reader) is not JsonObject json)
            throw new JsonException("expected an in-toto statement, found something else than an object");

        var type = json["_type"]?.GetValue<string>();
        if (type != EvidenceStatement.Type)
            throw new JsonException($"_type is '{type}', expected {EvidenceStatement.Type}");
        var predicateType = json["predicateType"]?.GetValue<string>() ?? "";
        if (PredicateTypes.TypeOf(predicateType) is not { } predicate)
            throw new JsonException($"predicateType '{predicateType}' is unknown");

        return new EvidenceStatement(
            json["subject"].Deserialize<ImmutableArray<EvidenceSubject>>(options),
            json["predicate"].Deserialize(predicate, options) as EvidencePredicate
                ?? throw new JsonException("predicate is missing")
        );
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, EvidenceStatement value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("_type", EvidenceStatement.Type);
        writer.WritePropertyName("subject");
        JsonSerializer.Serialize(writer, value.Subjects, options);
        writer.WriteString("predicateType", PredicateTypes.UriOf(value.Predicate));
        writer.WritePropertyName("predicate");
        JsonSerializer.Serialize(writer, value.Predicate, value.Predicate.GetType(), options);
        writer.WriteEndObject();
    }
}
