using Pipeline.Core.Quality;

namespace Pipeline.Core.Tests.Quality;

public class ScanResultTests
{
    public static TheoryData<ScanResult, string, string> Results =>
        new()
        {
            { new ScanResult.Clean("Trivy 0.69.3"), "Trivy 0.69.3 found nothing", "clean" },
            { new ScanResult.NotRun("Trivy is not installed"), "not run: Trivy is not installed", "notRun" },
            {
                new ScanResult.Findings("Trivy 0.69.3", [new("CVE-2026-1", "CRITICAL", "zlib 1.2", "1.3")]),
                "Trivy 0.69.3 found 1: CVE-2026-1 (CRITICAL) in zlib 1.2",
                "findings"
            },
        };

    [Theory]
    [MemberData(nameof(Results))]
    public void A_result_has_a_summary_and_comes_back_from_JSON(ScanResult result, string summary, string word)
    {
        var json = StableJson.WriteCompact(result);

        Assert.StartsWith($"{{\"result\":\"{word}\"", json);
        Assert.Equal(summary, StableJson.Read<ScanResult>(json, "scan.json").Summary);
    }
}
