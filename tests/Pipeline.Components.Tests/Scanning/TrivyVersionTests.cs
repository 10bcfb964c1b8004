using NuGet.Versioning;
using Pipeline.Components.Scanning;

namespace Pipeline.Components.Tests.Scanning;

public class TrivyVersionTests
{
    [Theory]
    [InlineData("0.69.2")]
    [InlineData("0.69.3")]
    [InlineData("0.69.7")]
    [InlineData("0.74.0")]
    public void A_trusted_version_has_no_problem(string version)
    {
        Assert.Null(TrivyVersion.ProblemOf(NuGetVersion.Parse(version)));
    }

    [Theory]
    [InlineData("0.69.4", "is malicious")]
    [InlineData("0.69.5", "is malicious")]
    [InlineData("0.69.6", "is malicious")]
    [InlineData("0.69.1", "is not supported")]
    [InlineData("1.0.0", "is not supported")]
    public void Any_other_version_is_refused(string version, string problem)
    {
        Assert.StartsWith($"Trivy {version} {problem}", TrivyVersion.ProblemOf(NuGetVersion.Parse(version)));
    }

    [Fact]
    public void The_version_is_read_among_those_of_the_databases()
    {
        const string Json = """{ "Version": "0.70.0", "VulnerabilityDB": { "Version": 2 } }""";

        Assert.Equal(new NuGetVersion(0, 70, 0), TrivyVersion.Parse(Json));
    }

    [Theory]
    [InlineData("Version: 0.70.0")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{ "Version": null }""")]
    [InlineData("""{ "Version": "dev" }""")]
    public void Anything_else_is_named(string output)
    {
        var exception = Assert.Throws<FormatException>(() => TrivyVersion.Parse(output));

        Assert.Contains($"found '{output}'", exception.Message);
    }
}
