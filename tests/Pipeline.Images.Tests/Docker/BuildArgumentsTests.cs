using Pipeline.Images.Building;
using Pipeline.Images.Docker;

namespace Pipeline.Images.Tests.Docker;

public class BuildArgumentsTests
{
    [Fact]
    public void Arguments_are_names_and_values()
    {
        var arguments = BuildArguments.Parse(["FEED=https://feed.example/v3?a=b", "EMPTY="]);

        Assert.Equal("https://feed.example/v3?a=b", arguments["FEED"]);
        Assert.Equal("", arguments["EMPTY"]);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var refusal = Assert.Throws<ImageBuildException>(() =>
            BuildArguments.Parse(["FEED", "A=1", "A=2", "NUGET_TOKEN=abc"])
        );

        Assert.Contains("build argument 'FEED': expected NAME=VALUE", refusal.Message);
        Assert.Contains("build argument A is given 2 times", refusal.Message);
        Assert.Contains("build argument NUGET_TOKEN looks like a secret: the classic builder", refusal.Message);
        Assert.DoesNotContain("abc", refusal.Message);
    }
}
