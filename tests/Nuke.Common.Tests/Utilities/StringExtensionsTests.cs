using Nuke.Common;
using Nuke.Common.Utilities;

namespace NukeCommon.Tests.Utilities;

public class StringExtensionsTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("say \"hi\"", "\"say \\\"hi\\\"\"")]
    [InlineData(@"C:\a b\", @"""C:\a b\\""")]
    [InlineData("\"a b\"", "\"a b\"")]
    [InlineData("\"a\" --evil \"b\"", "\"\\\"a\\\" --evil \\\"b\\\"\"")]
    public void Double_quotes_are_added_where_needed(string text, string expected)
    {
        Assert.Equal(expected, text.DoubleQuoteIfNeeded());
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a b", "'a b'")]
    [InlineData("'a b'", "'a b'")]
    [InlineData("it's", @"'it\'s'")]
    public void Single_quotes_are_added_where_needed(string text, string expected)
    {
        Assert.Equal(expected, text.SingleQuoteIfNeeded());
    }

    [Fact]
    public void Comparisons_ignore_the_case()
    {
        Assert.True("Ship".EqualsOrdinalIgnoreCase("SHIP"));
        Assert.True("Ship".ContainsOrdinalIgnoreCase("HI"));
        Assert.True("Ship".StartsWithOrdinalIgnoreCase("sh"));
        Assert.True("Ship".EndsWithOrdinalIgnoreCase("IP"));
    }

    [Fact]
    public void Texts_are_joined_and_split()
    {
        string[] values = ["a", "b"];

        Assert.Equal("a b", values.JoinSpace());
        Assert.Equal("a,b", values.JoinComma());
        Assert.Equal("a, b", values.JoinCommaSpace());
        Assert.Equal("a\r\nb", values.JoinNewLine(PlatformFamily.Windows));
        Assert.Equal(values, "a\r\nb".SplitLineBreaks());
        Assert.True("".IsNullOrEmpty());
        Assert.True(" ".IsNullOrWhiteSpace());
    }

    [Fact]
    public void Braces_are_doubled_for_the_log()
    {
        Assert.Equal("{{a}}", "{a}".EscapeBraces());
    }
}
