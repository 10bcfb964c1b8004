using System.Collections.Immutable;

namespace Pipeline.Core.Evidence;

/// <summary>The URIs by which predicates are told apart in JSON.</summary>
public static class PredicateTypes
{
    private static readonly ImmutableDictionary<string, Type> Types = new Dictionary<string, Type>
    {
        ["https://slsa.dev/provenance/v1"] = typeof(EvidencePredicate.BuiltFrom),
        ["https://cyclonedx.org/bom"] = typeof(EvidencePredicate.BillOfMaterials),
        ["https://pipeline.build/attestation/test-result/v1"] = typeof(EvidencePredicate.TestResult),
        ["https://pipeline.build/attestation/coverage/v1"] = typeof(EvidencePredicate.CoverageResult),
        ["https://pipeline.build/attestation/vulnerability-scan/v1"] = typeof(EvidencePredicate.ScanReport),
        ["https://pipeline.build/attestation/deployment/v1"] = typeof(EvidencePredicate.Deployed),
        ["https://pipeline.build/attestation/verification/v1"] = typeof(EvidencePredicate.Verified),
    }.ToImmutableDictionary();

    /// <summary>The URI of a predicate.</summary>
    public static string UriOf(EvidencePredicate predicate) =>
        Types.Single(entry => entry.Value == predicate.GetType()).Key;

    /// <summary>The type that a URI names; null for one that this program does not know.</summary>
    public static Type? TypeOf(string uri) => Types.GetValueOrDefault(uri);
}
