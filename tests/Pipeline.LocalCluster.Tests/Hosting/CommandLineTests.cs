using Pipeline.LocalCluster.Hosting;

namespace Pipeline.LocalCluster.Tests.Hosting;

public sealed class CommandLineTests
{
    [Fact]
    public void Paths_become_absolute_and_ports_default_to_any()
    {
        var options = CommandLine.Parse(["serve", "--registry", "/registry", "--root", "cluster"]);

        Assert.Equal(Path.GetFullPath("cluster"), options.Root);
        Assert.Equal("/registry", options.Registry);
        Assert.Equal((0, 0), (options.ApiPort, options.GatewayPort));
    }

    [Fact]
    public void Ports_are_read()
    {
        var options = CommandLine.Parse([
            "serve",
            "--root",
            "r",
            "--registry",
            "g",
            "--api-port",
            "1",
            "--gateway-port",
            "2",
        ]);

        Assert.Equal((1, 2), (options.ApiPort, options.GatewayPort));
    }

    [Theory]
    [InlineData("", "usage: ")]
    [InlineData("start --root r", "usage: ")]
    [InlineData("serve --root r", "--registry is missing; usage: ")]
    [InlineData("serve --root", "--root: a value is missing; usage: ")]
    [InlineData("serve --root r --registry g --verbose 1", "--verbose: unknown option; usage: ")]
    [InlineData(
        "serve --root r --registry g --api-port 70000",
        "--api-port: expected a port from 0 (any free one) to 65535, found 70000"
    )]
    public void A_wrong_command_line_says_what_is_wrong(string arguments, string message)
    {
        var refusal = Assert.Throws<ClusterStartException>(() =>
            CommandLine.Parse(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        );

        Assert.StartsWith(message, refusal.Message);
    }
}
