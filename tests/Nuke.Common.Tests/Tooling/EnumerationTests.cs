using System.ComponentModel;
using Nuke.Common.Tooling;

namespace NukeCommon.Tests.Tooling;

public class EnumerationTests
{
    [Theory]
    [InlineData("Low")]
    [InlineData("low")]
    public void A_name_converts_in_any_case(string name)
    {
        Assert.Equal(Level.Low, TypeDescriptor.GetConverter(typeof(Level)).ConvertFromString(name));
    }

    [Fact]
    public void An_unknown_name_is_refused_with_the_known_ones()
    {
        var converter = TypeDescriptor.GetConverter(typeof(Level));

        var exception = Assert.Throws<ArgumentException>(() => converter.ConvertFromString("medium"));

        Assert.Equal("Expected one of Low, High, but found 'medium'", exception.Message);
    }

    [Fact]
    public void Values_are_compared_and_written_by_their_text()
    {
        Assert.True(Level.High == new Level { Text = "high" });
        Assert.True(Level.High != Level.Low);
        Assert.Equal("high", Level.High.ToString());
        Assert.Equal("high", (string)Level.High);
        Assert.Null((string)(Level)null!);
        Assert.Equal(Level.High.GetHashCode(), new Level { Text = "high" }.GetHashCode());
    }

    [TypeConverter(typeof(TypeConverter<Level>))]
    private sealed class Level : Enumeration
    {
        public static readonly Level Low = new() { Value = "low" };
        public static readonly Level High = new() { Value = "high" };

        public string Text
        {
            init => Value = value;
        }
    }
}
