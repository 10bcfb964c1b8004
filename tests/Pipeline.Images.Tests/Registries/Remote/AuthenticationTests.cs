using System.Text;
using Microsoft.AspNetCore.Http;
using Pipeline.Images.Documents;
using Pipeline.Images.Registries;
using Pipeline.Images.Registries.Remote;

namespace Pipeline.Images.Tests.Registries.Remote;

public sealed class AuthenticationTests
{
    static readonly string BobsBasic = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("bob:secret"))}";

    [Fact]
    public async Task Basic_authentication_is_answered_once_and_then_remembered()
    {
        await using var stub = await StubRegistry.StartAsync();
        var refused = 0;
        stub.Intercept = Demand(BobsBasic, "Basic realm=\"users\"", () => refused++);
        using var registry = Connect(stub, new RegistryCredential("bob", "secret"));

        await registry.PingAsync();
        await registry.TagsAsync();

        Assert.Equal(1, refused);
    }

    [Fact]
    public async Task A_bearer_token_is_fetched_for_the_scope_that_the_registry_names()
    {
        await using var stub = await StubRegistry.StartAsync();
        var tokenRequests = new List<(string? Scope, string? Authorization)>();
        stub.Intercept = async context =>
        {
            if (context.Request.Path == "/token")
            {
                tokenRequests.Add((context.Request.Query["scope"], context.Request.Headers.Authorization));
                await StubRegistry.AnswerAsync(context, 200, """{"token":"t1"}""");
                return true;
            }

            var challenge =
                $"Bearer realm=\"http://{stub.Host}/token\",service=\"stub\",scope=\"repository:users:pull,push\"";
            return await Demand("Bearer t1", challenge, () => { })(context);
        };
        using var registry = Connect(stub, new RegistryCredential("bob", "secret"));

        await ImageFixture.PutBlobAsync(registry, "users", MediaTypes.LayerTar);

        Assert.Equal([("repository:users:pull,push", BobsBasic)], tokenRequests);
    }

    [Theory]
    [InlineData("""{"access_token":"t2"}""", null)]
    [InlineData("{}", "expected 'token' or 'access_token' in the answer, found neither.")]
    [InlineData("<html>", "expected a JSON object with a token")]
    public async Task An_anonymous_token_may_come_under_either_name(string answer, string? problem)
    {
        await using var stub = await StubRegistry.StartAsync();
        stub.Intercept = async context =>
        {
            if (context.Request.Path != "/token")
                return await Demand("Bearer t2", $"Bearer realm=\"http://{stub.Host}/token\"", () => { })(context);
            await StubRegistry.AnswerAsync(context, 200, answer);
            return true;
        };
        using var registry = Connect(stub);

        var failure = await Record.ExceptionAsync(() => registry.PingAsync());

        if (problem is null)
            Assert.Null(failure);
        else
            Assert.Contains(problem, Assert.IsType<RegistryException>(failure).Message);
    }

    [Fact]
    public async Task A_wrong_password_is_reported_with_what_to_do()
    {
        await using var stub = await StubRegistry.StartAsync();
        stub.Intercept = Demand(BobsBasic, "Basic realm=\"users\"", () => { });
        using var registry = Connect(stub, new RegistryCredential("bob", "guess"));

        var failure = await Assert.ThrowsAsync<RegistryException>(() => registry.PingAsync());

        Assert.EndsWith("401 Unauthorized. Log in with docker login, or give a user and password.", failure.Message);
        Assert.DoesNotContain("guess", failure.ToString());
    }

    [Fact]
    public async Task The_credential_is_not_shown_to_another_host_that_an_upload_is_sent_to()
    {
        await using var storage = await StubRegistry.StartAsync();
        var shown = new List<string?>();
        storage.Intercept = async context =>
        {
            shown.Add(context.Request.Headers.Authorization);
            await StubRegistry.AnswerAsync(context, 201);
            return true;
        };
        await using var stub = await StubRegistry.StartAsync();
        stub.Intercept = async context =>
        {
            if (await Demand(BobsBasic, "Basic realm=\"users\"", () => { })(context))
                return true;
            context.Response.Headers.Location = $"http://{storage.Host}/upload";
            await StubRegistry.AnswerAsync(context, 202);
            return true;
        };
        using var registry = Connect(stub, new RegistryCredential("bob", "secret"));

        await ImageFixture.PutBlobAsync(registry, "users", MediaTypes.LayerTar);

        Assert.Equal([null], shown);
    }

    [Fact]
    public void A_credential_does_not_print_its_password() =>
        Assert.Equal("bob:***", new RegistryCredential("bob", "secret").ToString());

    static RemoteRegistry Connect(StubRegistry stub, RegistryCredential? credential = null) =>
        new(RegistryReference.Parse($"{stub.Host}/users"), new RemoteRegistryOptions { Credential = credential });

    static Func<HttpContext, Task<bool>> Demand(string authorization, string challenge, Action refused) =>
        async context =>
        {
            if (context.Request.Headers.Authorization == authorization)
                return false;
            refused();
            context.Response.Headers.WWWAuthenticate = challenge;
            await StubRegistry.AnswerAsync(context, 401);
            return true;
        };
}
