using System.Text.Json.Nodes;
using Octokit;
using Pipeline.Components.Releases;
using Pipeline.Core.Versioning.Releases;
using Pipeline.Kubernetes.Tests;

namespace Pipeline.Components.Tests.Releases;

[Collection(nameof(LogCollection))]
public sealed class GitHubRepositoryTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private StubGitHub gitHub = null!;

    public async Task InitializeAsync() => gitHub = await StubGitHub.StartAsync();

    public async Task DisposeAsync()
    {
        await gitHub.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_release_has_tag_notes_and_files_and_is_made_once()
    {
        var wanted = Wanted();

        var first = await PublishAsync(wanted);
        var second = await PublishAsync(wanted);

        Assert.Equal(3, first.Length);
        Assert.Empty(second);
        Assert.Equal("abc", (string?)gitHub.Tags["v1.2.0"]?["object"]?["sha"]);
        var release = Assert.Single(gitHub.Releases);
        Assert.Equal(
            ("v1.2.0", "notes", true),
            ((string)release["name"]!, (string)release["body"]!, (bool)release["prerelease"]!)
        );
        Assert.Equal(["POST /git/refs", "POST /releases", "POST /uploads/0/assets?name=sbom.json"], gitHub.Changes);
    }

    [Fact]
    public async Task A_release_that_broke_off_is_completed()
    {
        await PublishAsync(Wanted());
        gitHub.Releases[0]["body"] = "old";
        gitHub.Releases[0]["assets"]![0]!["state"] = "starter";
        gitHub.Changes.Clear();

        await PublishAsync(Wanted());

        Assert.Equal(
            ["PATCH /releases/0", "DELETE /releases/assets/0", "POST /uploads/0/assets?name=sbom.json"],
            gitHub.Changes
        );
    }

    [Theory]
    [InlineData("commit", "def")]
    [InlineData("tag", "commit of def")]
    public async Task A_tag_on_another_commit_is_left_alone(string type, string named)
    {
        gitHub.Tags["v1.2.0"] = StubGitHub.Tag("def", type);

        var conflict = await Assert.ThrowsAsync<TagConflictException>(() => PublishAsync(Wanted()));

        Assert.StartsWith($"tag v1.2.0 names commit {named}, expected abc", conflict.Message);
        Assert.Empty(gitHub.Changes);
    }

    [Fact]
    public async Task A_deployment_is_recorded_once_and_its_state_when_it_changes()
    {
        var repository = gitHub.Open(TimeProvider.System);
        Task<bool> RecordAsync(DeploymentState state) =>
            repository.RecordDeploymentAsync("production", "abc", state, new string('x', 200), default);

        Assert.True(await RecordAsync(DeploymentState.InProgress));
        Assert.True(await RecordAsync(DeploymentState.Success));
        Assert.False(await RecordAsync(DeploymentState.Success));

        var deployment = Assert.Single(gitHub.Deployments);
        Assert.Equal(
            ("production", false, 0),
            (
                (string)deployment["environment"]!,
                (bool)deployment["auto_merge"]!,
                deployment["required_contexts"]!.AsArray().Count
            )
        );
        Assert.Equal(["in_progress", "success"], gitHub.StatesOf(0));
    }

    [Theory]
    [InlineData(
        403,
        """{"message":"You have exceeded a secondary rate limit. Please wait a few minutes."}""",
        "Retry-After: 7",
        7
    )]
    [InlineData(403, """{"message":"You have exceeded a secondary rate limit. Please wait a few minutes."}""", "", 60)]
    [InlineData(403, """{"message":"You have triggered an abuse detection mechanism."}""", "Retry-After: 9", 9)]
    [InlineData(429, """{"message":"Too many requests"}""", "Retry-After: 3", 3)]
    [InlineData(403, """{"message":"API rate limit exceeded for user ID 1."}""", "X-RateLimit-Reset: 90", 90)]
    [InlineData(502, "<html>Bad gateway</html>", "", 1)]
    public async Task A_request_too_many_is_repeated_after_the_pause_that_GitHub_asks_for(
        int status,
        string body,
        string header,
        int seconds
    )
    {
        using var log = new CapturedLog();
        gitHub.Refusals.Enqueue((status, body, header));
        var clock = new ManualClock();

        await clock.RunAsync(async () => await gitHub.Open(clock).PublishAsync(Wanted(), folder.Path, default));

        Assert.Equal(TimeSpan.FromSeconds(seconds), clock.Elapsed);
        Assert.Single(gitHub.Releases);
    }

    [Theory]
    [InlineData(401, typeof(AuthorizationException))]
    [InlineData(403, typeof(ForbiddenException))]
    [InlineData(422, typeof(ApiValidationException))]
    public async Task A_refusal_for_another_reason_is_not_repeated(int status, Type expected)
    {
        gitHub.Refusals.Enqueue((status, """{"message":"Resource not accessible by integration"}""", ""));

        var refusal = await Assert.ThrowsAsync(expected, () => PublishAsync(Wanted()));

        Assert.Equal("Resource not accessible by integration", refusal.Message);
    }

    [Fact]
    public async Task An_hourly_limit_that_is_used_up_keeps_nobody_waiting()
    {
        gitHub.Refusals.Enqueue(
            (403, """{"message":"API rate limit exceeded for user ID 1."}""", "X-RateLimit-Reset: 3600")
        );
        var clock = new ManualClock();

        await Assert.ThrowsAsync<RateLimitExceededException>(() =>
            gitHub.Open(clock).PublishAsync(Wanted(), folder.Path, default)
        );
    }

    private ReleaseRequest Wanted()
    {
        folder.Write("sbom.json", "{}");
        return new ReleaseRequest
        {
            Tag = "v1.2.0",
            Commit = "abc",
            Notes = "notes",
            IsPrerelease = true,
            Files = [new ReleaseFile("sbom.json", 2)],
        };
    }

    private async Task<ReleaseStep[]> PublishAsync(ReleaseRequest wanted) =>
        [.. await gitHub.Open(TimeProvider.System).PublishAsync(wanted, folder.Path, default)];
}
