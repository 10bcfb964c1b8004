using System.Net;
using Octokit;
using Pipeline.Components.Workflows;
using Pipeline.Workflows.GitHub;

namespace Pipeline.Components.Tests.Workflows;

public sealed class PinCheckTests
{
    private const string Commit = "df4cb1c069e1874edd31b4311f1884172cec0e10";
    private static readonly PinnedAction Pinned = new("actions/checkout", "v6.0.3", Commit);

    [Fact]
    public async Task A_pin_that_its_tag_names_is_fine()
    {
        using var gitHub = new StubGitHub
        {
            ["git/refs/tags/v6.0.3"] = Reference("commit", Commit),
            ["releases/latest"] = """{"tag_name":"v6.0.3"}""",
        };

        var finding = await FindAsync(gitHub);

        Assert.Null(finding.Problem);
        Assert.Null(finding.Behind);
    }

    [Fact]
    public async Task An_annotated_tag_is_followed_to_its_commit()
    {
        using var gitHub = new StubGitHub
        {
            ["git/refs/tags/v6.0.3"] = Reference("tag", "aaaa"),
            ["git/tags/aaaa"] = $$$"""{"tag":"v6.0.3","sha":"aaaa","object":{"type":"commit","sha":"{{{Commit}}}"}}""",
        };

        var finding = await FindAsync(gitHub);

        Assert.Null(finding.Problem);
    }

    [Fact]
    public async Task A_moved_tag_is_a_problem_and_a_newer_release_is_named()
    {
        using var gitHub = new StubGitHub
        {
            ["git/refs/tags/v6.0.3"] = Reference("commit", "bbbb"),
            ["releases/latest"] = """{"tag_name":"v7.0.1"}""",
        };

        var finding = await FindAsync(gitHub);

        Assert.StartsWith(
            $"actions/checkout: tag v6.0.3 is commit bbbb, pinned as {Commit}",
            finding.Problem,
            StringComparison.Ordinal
        );
        Assert.Equal("actions/checkout: v6.0.3 is pinned, v7.0.1 is the latest release", finding.Behind);
    }

    [Fact]
    public async Task A_tag_that_is_gone_is_a_problem()
    {
        using var gitHub = new StubGitHub();

        var finding = await FindAsync(gitHub);

        Assert.StartsWith(
            "actions/checkout: there is no tag v6.0.3 any more",
            finding.Problem,
            StringComparison.Ordinal
        );
        Assert.Null(finding.Behind);
    }

    private static async Task<PinFinding> FindAsync(StubGitHub gitHub) =>
        (
            await new PinCheck(new GitHubClient(new ProductHeaderValue("test"), gitHub.Address)).RunAsync([Pinned])
        ).Single();

    private static string Reference(string type, string sha) =>
        $$$"""{"ref":"refs/tags/v6.0.3","object":{"type":"{{{type}}}","sha":"{{{sha}}}"}}""";

    /// <summary>Answers as GitHub's REST API does for one repository, under the path that GitHub Enterprise Server has.</summary>
    private sealed class StubGitHub : IDisposable
    {
        private const string Repository = "/api/v3/repos/actions/checkout/";
        private readonly HttpListener listener = new();
        private readonly Dictionary<string, string> answers = [];

        public StubGitHub()
        {
            Address = new Uri($"http://127.0.0.1:{FreePort()}/");
            listener.Prefixes.Add(Address.AbsoluteUri);
            listener.Start();
            _ = AnswerAsync();
        }

        public Uri Address { get; }

        public string this[string path]
        {
            set => answers[Repository + path] = value;
        }

        public void Dispose() => listener.Close();

        private async Task AnswerAsync()
        {
            while (listener.IsListening)
            {
                var context = await listener.GetContextAsync();
                var found = answers.TryGetValue(context.Request.Url!.AbsolutePath, out var answer);
                context.Response.StatusCode = found ? 200 : 404;
                context.Response.ContentType = "application/json; charset=utf-8";
                await context.Response.OutputStream.WriteAsync(
                    System.Text.Encoding.UTF8.GetBytes(answer ?? """{"message":"Not Found"}""")
                );
                context.Response.Close();
            }
        }

        private static int FreePort()
        {
            using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, port: 0);
            probe.Start();
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
    }
}
