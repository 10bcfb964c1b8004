using System.Net;
using UserService.Configuration;

namespace UserService.Tests.Configuration;

public class ServiceOptionsTests
{
    [Fact]
    public void Without_variables_the_service_listens_on_loopback_8080_and_injects_nothing()
    {
        var options = ServiceOptions.Read(new Dictionary<string, string>());

        Assert.Equal(new ServiceOptions(), options);
        Assert.Equal(
            (IPAddress.Loopback, 8080, 0d, TimeSpan.Zero),
            (options.Address, options.Port, options.FaultErrorRate, options.FaultLatency)
        );
    }

    [Fact]
    public void Every_variable_is_read()
    {
        var digest = $"sha256:{new string('a', 64)}";

        var options = ServiceOptions.Read(
            new Dictionary<string, string>
            {
                ["POD_IP"] = "127.1.2.3",
                ["PORT"] = "9090",
                ["LOG__LEVEL"] = "debug",
                ["DEBUG__MODE"] = "on",
                ["DRAIN__SECONDS"] = "7",
                ["FAULTS__ERRORRATE"] = "0.05",
                ["FAULTS__LATENCYMS"] = "1500",
                ["IMAGE_DIGEST"] = digest,
                ["PIPELINE_REVISION"] = "bootstrap",
            }
        );

        Assert.Equal(
            new ServiceOptions
            {
                Address = IPAddress.Parse("127.1.2.3"),
                Port = 9090,
                LogLevel = LogLevel.Debug,
                DebugMode = true,
                Drain = TimeSpan.FromSeconds(7),
                FaultErrorRate = 0.05,
                FaultLatency = TimeSpan.FromMilliseconds(1500),
                ImageDigest = digest,
                Revision = "bootstrap",
            },
            options
        );
    }

    [Theory]
    [InlineData("info", LogLevel.Information)]
    [InlineData("warn", LogLevel.Warning)]
    [InlineData("error", LogLevel.Error)]
    [InlineData("", LogLevel.Information)]
    public void Log_levels_have_short_names(string text, LogLevel expected)
    {
        var options = ServiceOptions.Read(new Dictionary<string, string> { ["LOG__LEVEL"] = text });

        Assert.Equal(expected, options.LogLevel);
    }

    [Theory]
    [InlineData("POD_IP", "localhost", "an IP address such as 127.0.0.1")]
    [InlineData("PORT", "65536", "a whole number from 0 to 65535")]
    [InlineData("PORT", "http", "a whole number from 0 to 65535")]
    [InlineData("LOG__LEVEL", "Debug", "debug or info or warn or error")]
    [InlineData("DEBUG__MODE", "true", "on or off")]
    [InlineData("DRAIN__SECONDS", "-1", "a whole number from 0 to 600")]
    [InlineData("FAULTS__ERRORRATE", "1.1", "a number from 0 to 1")]
    [InlineData("FAULTS__ERRORRATE", "5%", "a number from 0 to 1")]
    [InlineData("FAULTS__LATENCYMS", "1.5s", "a whole number from 0 to 600000")]
    [InlineData("IMAGE_DIGEST", "sha256:abc", "sha256: and 64 lower-case hexadecimal digits")]
    public void A_wrong_value_is_refused_with_its_variable_and_the_expected_form(
        string name,
        string value,
        string expected
    )
    {
        var refusal = Assert.Throws<ConfigurationException>(() =>
            ServiceOptions.Read(new Dictionary<string, string> { [name] = value })
        );

        Assert.Equal([$"environment variable {name} is '{value}': expected {expected}."], refusal.Problems);
    }

    [Fact]
    public void All_wrong_values_are_reported_at_once()
    {
        var refusal = Assert.Throws<ConfigurationException>(() =>
            ServiceOptions.Read(new Dictionary<string, string> { ["PORT"] = "x", ["DEBUG__MODE"] = "x" })
        );

        Assert.Equal(2, refusal.Problems.Count);
    }
}
