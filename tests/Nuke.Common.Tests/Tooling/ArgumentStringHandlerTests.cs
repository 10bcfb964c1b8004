using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace NukeCommon.Tests.Tooling;

public class ArgumentStringHandlerTests
{
    private static readonly AbsolutePath Folder = "/my repository";

    [Fact]
    public void Each_value_is_one_argument()
    {
        var name = "a b";

        Assert.Equal("build \"a b\" -c Release 3", Text($"build {name} -c {"Release"} {3}"));
        Assert.Equal("build  --force", Text($"build {""} --force"));
        Assert.Equal("x=", Text($"x={(object?)null}"));
    }

    [Fact]
    public void Paths_are_quoted_where_needed()
    {
        AbsolutePath[] paths = [Folder, "/b"];

        Assert.Equal("build \"/my repository\" '/my repository'", Text($"build {Folder} {Folder:s}"));
        Assert.Equal("build \"/my repository\" /b", Text($"build {paths}"));
    }

    [Fact]
    public void A_plain_string_stays_as_it_is()
    {
        Assert.Equal("build -c Release", Text("build -c Release"));
        Assert.Equal("build a b", Text($"build {"a b":nq}"));
    }

    [Fact]
    public void Redacted_values_are_replaced_in_any_text_also_where_they_are_quoted()
    {
        var token = "to\"ken";
        ArgumentStringHandler arguments = $"login {token:r}";
        var filter = arguments.GetFilter();

        Assert.Equal("login \"to\\\"ken\"", arguments.ToStringAndClear());
        Assert.Equal("login \"[REDACTED]\" then [REDACTED]", filter("login \"to\\\"ken\" then to\"ken"));
    }

    private static string Text(ArgumentStringHandler arguments) => arguments.ToStringAndClear();
}
