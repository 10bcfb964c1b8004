using System.Net;
using System.Text;
using Pipeline.Components.Tests.Builds;

namespace Pipeline.Components.Tests.Secrets;

[Trait("Category", "Slow")]
public class ProtectSecretsTests
{
    private const string Quotes = """say "hello" to 'them'""";
    private const string Pattern = "pa$$w0rd.*[x](y)+?{z}";
    private const string Lines = "-----BEGIN KEY-----\nAAAABBBBCCCC+/==\n-----END KEY-----";
    private const string Argument = "given-as-argument";

    public static TheoryData<string> Secrets => [Quotes, Pattern, Lines];

    [Theory]
    [MemberData(nameof(Secrets))]
    public void A_secret_leaves_a_run_neither_by_its_output_nor_by_a_file(string secret)
    {
        using var build = new StartedBuild(["Leak", "--keys", Argument], ("TOKEN", secret));

        var exitCode = build.Finish();

        Assert.Equal(255, exitCode);
        AssertAbsent(secret, build.Output, "the output");
        AssertAbsent(Argument, build.Output, "the output");
        File.Delete(Path.Combine(build.Root, "secret-file"));
        foreach (var file in Directory.EnumerateFiles(build.Root, "*", SearchOption.AllDirectories))
        {
            AssertAbsent(secret, File.ReadAllText(file), file);
            AssertAbsent(Argument, File.ReadAllText(file), file);
        }
    }

    [Fact]
    public void The_process_list_does_not_show_a_secret_argument()
    {
        using var build = new StartedBuild(["Leak", "--token", Argument]);

        build.Finish();

        Assert.Contains($"--token {new string('*', Argument.Length)}", build.Output);
    }

    [Fact]
    public void An_exception_that_nobody_catches_shows_no_secret()
    {
        using var build = new StartedBuild(["Crash"], ("TOKEN", Pattern));

        var exitCode = build.Finish();

        Assert.Equal(255, exitCode);
        Assert.Contains("Unhandled exception. System.InvalidOperationException: [secret]", build.Output);
        AssertAbsent(Pattern, build.Output, "the output");
    }

    [Theory]
    [InlineData("GITHUB_ACTIONS", "::add-mask::")]
    [InlineData("TF_BUILD", "##vso[task.setsecret]")]
    public void A_host_is_told_of_each_line_of_a_secret_before_anything_is_printed(string host, string command)
    {
        using var build = new StartedBuild(["Leak", "--keys", Argument], (host, "true"), ("TOKEN", Lines));

        build.Finish();

        var printed = build.Output.ReplaceLineEndings("\n").Split('\n');
        var masks = printed.TakeWhile(line => line.StartsWith(command, StringComparison.Ordinal)).ToList();
        Assert.Contains($"{command}AAAABBBBCCCC+/==", masks);
        Assert.Contains($"{command}-----END KEY-----", masks);
        Assert.Contains($"{command}{Argument}", masks);
        var rest = string.Join('\n', printed.Skip(masks.Count));
        Assert.DoesNotContain(command, rest);
        AssertAbsent(Lines, rest, "the output");
        AssertAbsent(Argument, rest, "the output");
    }

    private static void AssertAbsent(string secret, string text, string where)
    {
        var forms = secret
            .Split('\n')
            .Append(secret)
            .SelectMany(part =>
                new[]
                {
                    part,
                    Convert.ToBase64String(Encoding.UTF8.GetBytes(part)),
                    // The middle of the encoding of user:secret.
                    Convert.ToBase64String(Encoding.UTF8.GetBytes($"user:{part}"))[8..^4],
                    Uri.EscapeDataString(part),
                    WebUtility.UrlEncode(part),
                }
            );
        foreach (var form in forms)
            Assert.False(text.Contains(form, StringComparison.Ordinal), $"'{form}' is in {where}: {text}");
    }
}
