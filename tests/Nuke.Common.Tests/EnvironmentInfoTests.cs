using Nuke.Common;

namespace NukeCommon.Tests;

public class EnvironmentInfoTests
{
    private const string Name = "NUKE_COMMON_TESTS_VARIABLE";

    [Fact]
    public void A_variable_is_set_read_and_removed()
    {
        EnvironmentInfo.SetVariable(Name, "1,2");

        Assert.Equal("1,2", EnvironmentInfo.GetVariable(Name));
        Assert.Equal([1, 2], EnvironmentInfo.GetVariable<int[]>(Name, ','));
        Assert.Equal("1,2", EnvironmentInfo.Variables[Name]);
        Assert.True(EnvironmentInfo.HasVariable(Name, allowEmpty: false));

        EnvironmentInfo.RemoveVariable(Name);

        Assert.False(EnvironmentInfo.HasVariable(Name));
        Assert.Equal(0, EnvironmentInfo.GetVariable<int>(Name));
    }

    [Fact]
    public void The_platform_is_one_of_the_families()
    {
        Assert.NotEqual(PlatformFamily.Unknown, EnvironmentInfo.Platform);
        Assert.NotEqual(EnvironmentInfo.IsWin, EnvironmentInfo.IsUnix);
        Assert.NotEmpty(EnvironmentInfo.Paths);
    }
}
