using k8s;
using k8s.Authentication;

namespace KubernetesClient.Tests.Authentication;

public sealed class TokenTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory();

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public async Task A_token_goes_with_every_request()
    {
        var server = new StubServer();
        using var client = server.Client(configuration => configuration.AccessToken = "secret");

        await client.CoreV1.ListNamespaceAsync();

        Assert.Equal("Bearer secret", server.Authorization);
    }

    [Fact]
    public async Task Without_credentials_none_are_sent()
    {
        var server = new StubServer();
        using var client = server.Client();

        await client.CoreV1.ListNamespaceAsync();

        Assert.Null(server.Authorization);
    }

    [Fact]
    public async Task A_token_file_that_was_replaced_is_read_again_after_a_minute()
    {
        var time = new SetTime();
        var file = Path.Combine(directory.FullName, "token");
        var tokens = new TokenFileAuth(file, time);

        await File.WriteAllTextAsync(file, "first\n");
        var first = await tokens.GetAuthenticationHeaderAsync(default);
        await File.WriteAllTextAsync(file, "second\n");
        var cached = await tokens.GetAuthenticationHeaderAsync(default);
        time.Now += TimeSpan.FromMinutes(1);
        var second = await tokens.GetAuthenticationHeaderAsync(default);

        Assert.Equal(("first", "first", "second"), (first.Parameter, cached.Parameter, second.Parameter));
    }

    private sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
