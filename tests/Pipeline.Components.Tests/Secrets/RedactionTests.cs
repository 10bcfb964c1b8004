using System.Text;
using Pipeline.Components.Secrets;

namespace Pipeline.Components.Tests.Secrets;

public class RedactionTests
{
    [Theory]
    [InlineData("pa$$w0rd", "pa%24%24w0rd")]
    [InlineData("with \"quotes\"", "with \\\"quotes\\\"")]
    [InlineData("with \"quotes\"", "with+%22quotes%22")]
    [InlineData("a/b+c=d&e", "a%2fb%2bc%3dd%26e")]
    [InlineData("a<b>&c", "a&lt;b&gt;&amp;c")]
    [InlineData("first\nsecond", "first\\nsecond")]
    [InlineData("first\r\nsecond", "second")]
    public void A_secret_is_found_in_the_forms_that_it_takes(string secret, string form)
    {
        Assert.Equal("<[secret]>", new Redaction([secret]).Apply($"<{form}>"));
    }

    [Theory]
    [InlineData("u:")]
    [InlineData("us:")]
    [InlineData("usr:")]
    public void A_secret_within_longer_Base64_does_not_show(string before)
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(before + "a-long-password" + ":rest"));

        var shown = new Redaction(["a-long-password"]).Apply(encoded);

        Assert.Contains(Redaction.Mask, shown);
        Assert.True(shown.Replace(Redaction.Mask, "").Length < 16, shown);
    }

    [Fact]
    public void Short_lines_of_a_secret_are_no_secrets()
    {
        Assert.Equal("a } b", new Redaction(["{\n\"key\": 1234\n}"]).Apply("a } b"));
    }

    [Fact]
    public void The_longest_of_several_secrets_is_taken()
    {
        Assert.Equal("[secret] [secret]", new Redaction(["short", "shorter"]).Apply("shorter short"));
    }

    [Fact]
    public void Blank_secrets_are_none()
    {
        var redaction = new Redaction(["", " ", "\n"]);

        Assert.False(redaction.Finds("any text"));
        Assert.Equal("any text", redaction.Apply("any text"));
    }

    [Fact]
    public void A_secret_that_arrives_in_pieces_is_held_back_until_it_is_whole()
    {
        var redaction = new Redaction(["abcabd"]);
        var shown = new StringBuilder();

        var held = redaction.Apply("x abcab", shown, complete: false).ToString();
        held = redaction.Apply(held + "cabd abc", shown, complete: false).ToString();
        redaction.Apply(held, shown, complete: true);

        Assert.Equal("x abc[secret] abc", shown.ToString());
    }
}
