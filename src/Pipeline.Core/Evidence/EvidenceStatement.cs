using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Core.Evidence;

/// <summary>A statement about an artifact; in JSON an in-toto Statement v1 (https://in-toto.io/Statement/v1).</summary>
[JsonConverter(typeof(EvidenceStatementJsonConverter))]
public sealed record EvidenceStatement(ImmutableArray<EvidenceSubject> Subjects, EvidencePredicate Predicate)
{
    /// <summary>The value of <c>_type</c>.</summary>
    public const string Type = "https://in-toto.io/Statement/v1";

    /// <summary>A statement about one image.</summary>
    public static EvidenceStatement About(EvidenceSubject subject, EvidencePredicate predicate) =>
        new([subject], predicate);

    /// <summary>Reads a statement; null for one whose predicate is of a type that is not known here.</summary>
    /// <exception cref="FormatException">It is no in-toto statement, or not what its predicate type promises.</exception>
    public static EvidenceStatement? TryRead(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (
                document.RootElement.TryGetProperty("predicateType", out var type)
                && PredicateTypes.TypeOf(type.GetString() ?? "") is null
            )
                return null;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new FormatException($"expected an in-toto statement: {problem.Message}", problem);
        }

        return StableJson.Read<EvidenceStatement>(json, "the statement");
    }
}
