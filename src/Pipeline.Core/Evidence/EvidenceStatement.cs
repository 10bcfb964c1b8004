using System.Collections.Immutable;
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
}
