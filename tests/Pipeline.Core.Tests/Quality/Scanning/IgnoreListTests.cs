using Pipeline.Core.Quality;
using Pipeline.Core.Quality.Scanning;

namespace Pipeline.Core.Tests.Quality.Scanning;

public class IgnoreListTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void A_list_that_is_missing_is_an_error()
    {
        var problem = Assert.Throws<FormatException>(() => IgnoreList.Parse(null, "build/scan-ignore.json"));

        Assert.Equal(
            "build/scan-ignore.json is missing: write [] into it when nothing is to be ignored",
            problem.Message
        );
    }

    [Theory]
    [InlineData("""{ "id": "CVE-1" }""")]
    [InlineData("""[{ "id": "CVE-1", "expires": "soon" }]""")]
    [InlineData("CVE-1")]
    public void A_list_of_another_form_is_an_error(string json)
    {
        Assert.Throws<FormatException>(() => IgnoreList.Parse(json, "scan-ignore.json"));
    }

    [Theory]
    [InlineData("""{ "reason": "r", "expires": "2026-12-31" }""", "entry 1 (without id): expected an id")]
    [InlineData("""{ "id": "CVE-1", "reason": " ", "expires": "2026-12-31" }""", "expected a reason")]
    [InlineData("""{ "id": "CVE-1", "reason": "r" }""", "expected a day on which it expires")]
    [InlineData("""{ "id": "CVE-1", "reason": "r", "expires": "2026-11-21" }""", "expired on 2026-11-21")]
    public void An_entry_that_is_unexplained_or_expired_is_an_error(string entry, string expected)
    {
        var problems = IgnoreList.Parse($"[{entry}]", "scan-ignore.json").Problems(Today);

        Assert.Contains(expected, Assert.Single(problems));
    }

    [Theory]
    [InlineData("2026-11-22", 1)]
    [InlineData("2026-12-05", 1)]
    [InlineData("2026-12-06", 0)]
    public void An_entry_that_expires_within_14_days_is_announced(string day, int notices)
    {
        var list = IgnoreList.Parse($$"""[{ "id": "CVE-1", "reason": "r", "expires": "{{day}}" }]""", "f");

        Assert.Equal(notices, list.Notices(Today).Count());
        Assert.Empty(list.Problems(Today));
    }

    [Fact]
    public void A_list_that_may_not_stand_refuses_the_scan()
    {
        var list = new IgnoreList("f", [new IgnoredFinding("CVE-1", Reason: null, Expires: null)]);

        var result = ScanGate.CheckRules(ScanPolicy.Default, list, Today);

        Assert.Equal(2, Assert.IsType<GateResult.Refused>(result).Reasons.Length);
        Assert.Null(ScanGate.CheckRules(ScanPolicy.Default, IgnoreList.None, Today));
    }
}
