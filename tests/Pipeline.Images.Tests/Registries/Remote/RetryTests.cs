using Microsoft.AspNetCore.Http;
using Pipeline.Images.Documents;
using Pipeline.Images.Registries;
using Pipeline.Images.Registries.Remote;

namespace Pipeline.Images.Tests.Registries.Remote;

public sealed class RetryTests
{
    readonly ImpatientTime _time = new();

    [Theory]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_passing_failure_is_tried_again_after_a_growing_pause(int status)
    {
        await using var stub = await StubRegistry.StartAsync();
        stub.Intercept = FailFirst(2, _ => true, context => context.Response.StatusCode = status);
        using var registry = Connect(stub);

        await registry.PingAsync();

        Assert.Equal([TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(400)], Waits());
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Fri, 02 Jan 2026 03:04:15 GMT", 10)]
    [InlineData("3600", 60)]
    public async Task The_registry_may_say_how_long_to_wait_up_to_a_minute(string retryAfter, int seconds)
    {
        await using var stub = await StubRegistry.StartAsync();
        stub.Intercept = FailFirst(
            1,
            _ => true,
            context =>
            {
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = retryAfter;
            }
        );
        using var registry = Connect(stub);

        await registry.PingAsync();

        Assert.Equal([TimeSpan.FromSeconds(seconds)], Waits());
    }

    [Fact]
    public async Task After_five_attempts_the_last_answer_is_reported()
    {
        await using var stub = await StubRegistry.StartAsync();
        stub.Intercept = FailFirst(int.MaxValue, _ => true, context => context.Response.StatusCode = 503);
        using var registry = Connect(stub);

        var failure = await Assert.ThrowsAsync<RegistryException>(() => registry.PingAsync());

        Assert.Contains("503 ServiceUnavailable", failure.Message);
        Assert.Equal(5, stub.Requests.Count);
    }

    [Fact]
    public async Task A_small_blob_whose_upload_failed_is_uploaded_anew()
    {
        await using var stub = await StubRegistry.StartAsync();
        stub.Intercept = FailFirst(1, request => request.Method == "PUT", context => context.Abort());
        using var registry = Connect(stub);

        var blob = await ImageFixture.PutBlobAsync(registry, "users", MediaTypes.LayerTar);

        Assert.Equal("users"u8.ToArray(), stub.Blobs[$"{blob.Digest}"]);
    }

    [Fact]
    public async Task A_large_blob_goes_on_with_the_chunk_that_failed()
    {
        await using var stub = await StubRegistry.StartAsync();
        var patches = 0;
        stub.Intercept = async context =>
        {
            if (context.Request.Method != "PATCH" || ++patches != 3)
                return false;
            await StubRegistry.AnswerAsync(context, 503);
            return true;
        };
        using var registry = Connect(stub, chunkBytes: 4);

        var blob = await ImageFixture.PutBlobAsync(registry, "the users service", MediaTypes.LayerTar);

        Assert.Equal("the users service"u8.ToArray(), stub.Blobs[$"{blob.Digest}"]);
        Assert.Equal(6, patches);
    }

    [Fact]
    public async Task A_chunk_that_fails_for_good_is_reported()
    {
        await using var stub = await StubRegistry.StartAsync();
        stub.Intercept = FailFirst(
            int.MaxValue,
            request => request.Method == "PATCH",
            context => context.Response.StatusCode = 400
        );
        using var registry = Connect(stub, chunkBytes: 4);

        var failure = await Assert.ThrowsAsync<RegistryException>(() =>
            ImageFixture.PutBlobAsync(registry, "the users service", MediaTypes.LayerTar)
        );

        Assert.StartsWith("PATCH ", failure.Message);
    }

    [Fact]
    public async Task An_upload_without_an_address_to_go_on_is_refused()
    {
        await using var stub = await StubRegistry.StartAsync();
        stub.Intercept = FailFirst(
            1,
            request => request.Method == "POST",
            context => context.Response.StatusCode = 202
        );
        using var registry = Connect(stub);

        var failure = await Assert.ThrowsAsync<RegistryException>(() =>
            ImageFixture.PutBlobAsync(registry, "users", MediaTypes.LayerTar)
        );

        Assert.Equal($"{stub.Host}/users: the answer to an upload has no Location header.", failure.Message);
    }

    RemoteRegistry Connect(StubRegistry stub, int chunkBytes = 1000) =>
        new(
            RegistryReference.Parse($"{stub.Host}/users"),
            new RemoteRegistryOptions { ChunkBytes = chunkBytes, Time = _time }
        );

    IEnumerable<TimeSpan> Waits() => _time.Pauses.Where(pause => pause > TimeSpan.Zero);

    static Func<HttpContext, Task<bool>> FailFirst(int count, Func<HttpRequest, bool> matches, Action<HttpContext> fail)
    {
        var seen = 0;
        return context =>
        {
            if (!matches(context.Request) || Interlocked.Increment(ref seen) > count)
                return Task.FromResult(false);
            fail(context);
            return Task.FromResult(true);
        };
    }
}
