using System.Net;
using System.Text;
using Nuke.Common;
using Nuke.Common.Execution;
using Serilog;

namespace NukeCommon.Tests.Engine;

public sealed class SecretTests : EngineTest
{
    public static TheoryData<string> Awkward =>
        ["pa$$w0rd", "with \"quotes\"", "a.*[b](c)+?", "100 % & more", "äöü/ß", "x"];

    [Theory]
    [MemberData(nameof(Awkward))]
    public void A_secret_is_masked_in_all_its_forms(string secret)
    {
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));

        var text = Redact(
            [secret],
            $"<{secret}> <{base64}> <{Uri.EscapeDataString(secret)}> <{WebUtility.UrlEncode(secret)}>"
        );

        Assert.Equal("<[secret]> <[secret]> <[secret]> <[secret]>", text);
    }

    [Fact]
    public void A_secret_is_masked_wherever_it_is_cut_in_two()
    {
        const string secret = "abcabcd";
        const string text = "-abcabcabcd abc abcabcd.";

        for (var i = 0; i <= text.Length; i++)
            Assert.Equal("-abc[secret] abc [secret].", Redact([secret], text[..i], text[i..]));
    }

    [Fact]
    public void A_secret_that_arrives_letter_by_letter_is_masked()
    {
        var letters = "the key is s3cr3t!".Select(x => x.ToString()).ToArray();

        Assert.Equal("the key is [secret]!", Redact(["s3cr3t"], letters));
    }

    [Theory]
    [InlineData("short and shorter", "[secret] and [secret]")]
    [InlineData("sho", "sho")]
    public void The_longest_of_several_secrets_is_masked(string text, string expected)
    {
        Assert.Equal(expected, Redact(["short", "shorter"], text));
    }

    [Fact]
    public void Each_line_of_a_secret_is_masked()
    {
        Assert.Equal(
            "> [secret]\n> [secret]\n",
            Redact(["first line\r\nsecond line\r\n}"], "> first line\n> second line\n")
        );
    }

    [Fact]
    public void Nothing_is_held_back_at_the_end()
    {
        Assert.Equal("it ends with s3c", Redact(["s3cr3t"], "it ends with s3c"));
        Assert.Equal("it ends with [secret]", Redact(["s3c", "s3cr3t"], "it ends with s3c"));
    }

    [Fact]
    public void Text_without_secrets_passes_at_once()
    {
        var output = new StringWriter();
        var writer = new SecretWriter(output, new Secrets());

        writer.Write("ab");
        writer.Write('c');
        writer.Write(['d', 'e', 'f'], 1, 1);
        writer.Flush();

        Assert.Equal("abce", output.ToString());
        Assert.Equal(output.Encoding, writer.Encoding);
    }

    [Fact]
    public void No_secret_reaches_the_output_of_a_run()
    {
        Variables["TOKEN"] = "t0k3n";
        Variables["GITHUB_TOKEN"] = "gh-t0k3n";

        var run = Run<Build>(
            x => x.Fail,
            "--keys",
            "key-1",
            "key-2",
            "--verbosity",
            "verbose",
            "--host",
            "GitHubActions"
        );

        Assert.DoesNotContain("t0k3n", run.Output);
        Assert.DoesNotContain("key-", run.Output);
        Assert.DoesNotContain("d3fault", run.Output);
        Assert.Contains("token [secret], keys [secret] [secret], default [secret], other [secret]", run.Lines);
        Assert.Contains("Failed: [secret] is wrong", run.Row("Fail"));
    }

    [Fact]
    public void A_secret_that_does_not_convert_is_not_shown()
    {
        var run = Run<Build>(x => x.Fail, "--pin", "12E4");

        Assert.Equal("Parameter --pin: expected a whole number, found a value that is secret (--pin).", run.Error);
    }

    private static string Redact(string[] secrets, params string[] pieces)
    {
        var known = new Secrets();
        Array.ForEach(secrets, known.Add);
        var output = new StringWriter();
        var writer = new SecretWriter(output, known);

        foreach (var piece in pieces)
            writer.Write(piece);
        writer.Complete();

        return output.ToString();
    }

    private interface IRelease : INukeBuild
    {
        [Parameter]
        [Secret]
        string GitHubToken =>
            TryGetValue(() => GitHubToken) ?? Nuke.Common.CI.GitHubActions.GitHubActions.Instance!.Token;
    }

    private interface IUnreadable : INukeBuild
    {
        [Parameter]
        [Secret]
        string Unreadable => throw new IOException("not here");
    }

    private class Build : NukeBuild, IRelease, IUnreadable
    {
        [Parameter]
        [Secret]
        private readonly string Token = null!;

        [Parameter]
        [Secret]
        private readonly string[] Keys = [];

        [Parameter]
        [Secret]
        private readonly int Pin = 0;

        [Parameter]
        [Secret]
        private readonly string Default = "d3fault";

        public Target Fail =>
            _ =>
                _.Executes(() =>
                {
                    Log.Information(
                        "token {Token}, keys {Keys}, default {Default}, other {Other}",
                        Token,
                        string.Join(' ', Keys),
                        Default,
                        ((IRelease)this).GitHubToken
                    );
                    throw new IOException($"{Token} is wrong {Pin}");
                });
    }
}
