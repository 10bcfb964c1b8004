using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace NukeCommon.Tests.Utilities;

public class ReflectionUtilityTests
{
    [Fact]
    public void Text_converts_to_scalars()
    {
        Assert.Equal(5, ReflectionUtility.Convert<int>("5"));
        Assert.Equal(5, ReflectionUtility.Convert<int?>("5"));
        Assert.Equal("5", ReflectionUtility.Convert<string>("5"));
        Assert.True(ReflectionUtility.Convert<bool>("TRUE"));
        Assert.Equal(TimeSpan.FromMinutes(5), ReflectionUtility.Convert<TimeSpan>("0:05:00"));
        Assert.Equal(PlatformFamily.Linux, ReflectionUtility.Convert<PlatformFamily>("linux"));
        Assert.Equal((AbsolutePath)"/tmp", ReflectionUtility.Convert<AbsolutePath>("/tmp"));
    }

    [Fact]
    public void A_separator_splits_for_collections_only()
    {
        Assert.Equal([1, 2], (int[])ReflectionUtility.Convert("1+2", typeof(int[]), '+', booleanDefault: false));
        Assert.Equal("1+2", ReflectionUtility.Convert("1+2", typeof(string), '+', booleanDefault: false));
    }

    [Fact]
    public void Several_texts_convert_to_lists()
    {
        var converted = ReflectionUtility.Convert(["a", "b"], typeof(IReadOnlyList<string>), booleanDefault: false);

        Assert.Equal(["a", "b"], (IReadOnlyList<string>)converted);
    }

    [Fact]
    public void A_flag_without_a_value_takes_the_default()
    {
        Assert.Equal(true, ReflectionUtility.Convert([], typeof(bool?), booleanDefault: true));
    }

    [Fact]
    public void Several_texts_do_not_convert_to_one_value()
    {
        var exception = Assert.Throws<ArgumentException>(() =>
            ReflectionUtility.Convert(["1", "2"], typeof(int), booleanDefault: true)
        );

        Assert.Contains("Expected one value of type int but found 2: 1 2", exception.Message);
    }

    [Theory]
    [InlineData(typeof(int), "Expected a value of type int, but found 'many'")]
    [InlineData(typeof(bool?), "Expected a value of type bool?, but found 'many'")]
    [InlineData(
        typeof(PlatformFamily),
        "Expected a value of type PlatformFamily, one of Unknown, Windows, Linux, OSX, but found 'many'"
    )]
    public void A_text_that_does_not_convert_is_named_with_its_type(Type type, string message)
    {
        var exception = Assert.Throws<ArgumentException>(() =>
            ReflectionUtility.Convert("many", type, separator: null, booleanDefault: false)
        );

        Assert.Equal(message, exception.Message);
    }

    [Theory]
    [InlineData(typeof(string[]), "string[]")]
    [InlineData(typeof(Dictionary<string, int?>), "Dictionary<string, int?>")]
    [InlineData(typeof(DayOfWeek), "DayOfWeek")]
    public void Types_are_named_as_in_source(Type type, string expected)
    {
        Assert.Equal(expected, type.GetDisplayShortName());
    }
}
