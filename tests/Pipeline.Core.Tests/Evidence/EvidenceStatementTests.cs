using Pipeline.Core.Evidence;
using Pipeline.Core.Quality;

namespace Pipeline.Core.Tests.Evidence;

public class EvidenceStatementTests
{
    public static TheoryData<string> Predicates => [.. All.Keys];

    private static Dictionary<string, EvidencePredicate> All { get; } =
        new()
        {
            ["https://slsa.dev/provenance/v1"] = Statements.Built(),
            ["https://cyclonedx.org/bom"] = Statements.Materials(),
            ["https://pipeline.build/attestation/test-result/v1"] = EvidencePredicate.TestResult.Of(
                new TestRunSummary { Passed = 7, Skipped = [new("A", "no docker")] },
                Statements.Noon
            ),
            ["https://pipeline.build/attestation/coverage/v1"] = EvidencePredicate.CoverageResult.Of(
                CoverageReport.Empty,
                Statements.Noon
            ),
            ["https://pipeline.build/attestation/vulnerability-scan/v1"] = Statements.Scan(
                new ScanResult.NotRun("Trivy is not installed")
            ),
            ["https://pipeline.build/attestation/deployment/v1"] = Statements.Deployed("staging"),
            ["https://pipeline.build/attestation/verification/v1"] = Statements.Verified("staging"),
        };

    [Fact]
    public void A_statement_is_an_in_toto_statement()
    {
        var json = StableJson.Write(Statements.Coverage().By(new StatementSigner.DevelopmentKey()).Statement);

        Assert.Equal(
            $$"""
            {
              "_type": "https://in-toto.io/Statement/v1",
              "subject": [
                {
                  "name": "user-service",
                  "digest": {
                    "sha256": "{{Statements.Digest["sha256:".Length..]}}"
                  }
                }
              ],
              "predicateType": "https://pipeline.build/attestation/coverage/v1",
              "predicate": {
                "covered": 90,
                "lines": 100,
                "at": "2026-11-21T12:00:00+00:00"
              }
            }

            """.ReplaceLineEndings("\n"),
            json
        );
    }

    [Theory]
    [MemberData(nameof(Predicates))]
    public void Every_statement_comes_back_as_it_was_written(string predicate)
    {
        var json = StableJson.Write(All[predicate].By(new StatementSigner.DevelopmentKey()).Statement);

        var readBack = StableJson.Read<EvidenceStatement>(json, "statement.json");

        Assert.Contains($"\"predicateType\": \"{predicate}\"", json);
        Assert.Equal(json, StableJson.Write(readBack));
        Assert.True(readBack.Subjects[0].Is(Statements.Digest));
    }

    [Theory]
    [InlineData("[]", "expected an in-toto statement, found something else than an object")]
    [InlineData("{}", "_type is '', expected https://in-toto.io/Statement/v1")]
    [InlineData(
        """{"_type":"https://in-toto.io/Statement/v1","predicateType":"https://slsa.dev/provenance/v0.2"}""",
        "predicateType 'https://slsa.dev/provenance/v0.2' is unknown"
    )]
    [InlineData(
        """{"_type":"https://in-toto.io/Statement/v1","predicateType":"https://pipeline.build/attestation/coverage/v1","subject":[]}""",
        "predicate is missing"
    )]
    public void What_is_no_statement_of_ours_is_refused(string json, string problem)
    {
        var refused = Assert.Throws<FormatException>(() => StableJson.Read<EvidenceStatement>(json, "statement.json"));

        Assert.Contains(problem, refused.Message);
    }

    [Fact]
    public void A_bill_of_materials_is_the_document_itself()
    {
        var json = StableJson.WriteCompact(Statements.Materials().By(new StatementSigner.DevelopmentKey()).Statement);

        Assert.Contains(
            "\"predicateType\":\"https://cyclonedx.org/bom\",\"predicate\":{\"bomFormat\":\"CycloneDX\"",
            json
        );
    }

    [Fact]
    public void Provenance_has_the_form_that_SLSA_demands()
    {
        var json = StableJson.WriteCompact(Statements.Built().By(new StatementSigner.DevelopmentKey()).Statement);

        Assert.EndsWith(
            """
            "predicateType":"https://slsa.dev/provenance/v1","predicate":{"buildDefinition":{"buildType":"https://pipeline.build/buildtypes/dotnet-image/v1","externalParameters":{"version":"1.2.3"},"internalParameters":{},"resolvedDependencies":[{"uri":"git+https://example.org/users.git","digest":{"gitCommit":"cccccccccccccccccccccccccccccccccccccccc"}}]},"runDetails":{"builder":{"id":"https://pipeline.build/builders/workstation","version":{"pipeline":"1.0.0"}},"metadata":{"startedOn":"2026-11-21T11:59:00+00:00","finishedOn":"2026-11-21T12:00:00+00:00"}}}}
            """,
            json
        );
    }

    [Fact]
    public void A_digest_without_algorithm_is_refused()
    {
        var refused = Assert.Throws<FormatException>(() => EvidenceSubject.Image("user-service", "latest"));

        Assert.Contains("found 'latest'", refused.Message);
    }
}
