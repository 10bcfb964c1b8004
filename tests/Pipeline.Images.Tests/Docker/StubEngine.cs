using System.Formats.Tar;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pipeline.Images.Tests.Docker;

/// <summary>A Docker engine that answers as the documentation of its HTTP API says, on a socket file.</summary>
sealed class StubEngine : IAsyncDisposable
{
    private readonly ScratchDirectory scratch = new();
    private readonly WebApplication app;

    private StubEngine()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenUnixSocket(scratch["docker.sock"]));
        app = builder.Build();
        app.MapGet("/version", () => Results.Text($$"""{"Version":"28.0.0","ApiVersion":"1.48","Os":"{{Os}}"}"""));
        app.MapPost("/build", BuildAsync);
        app.MapGet("/images/{*name}", () => Results.Stream(Saved));
    }

    public string Host => $"unix://{scratch["docker.sock"]}";

    public string Os { get; set; } = "linux";

    /// <summary>What a build answers: JSON documents one after the other.</summary>
    public string Answer { get; set; } = """{"stream":"Step 1/9"}""";

    public int Status { get; set; } = StatusCodes.Status200OK;

    public Stream Saved { get; set; } = Stream.Null;

    public IQueryCollection? Query { get; private set; }

    public IReadOnlyList<string> Context { get; private set; } = [];

    public static async Task<StubEngine> StartAsync()
    {
        var stub = new StubEngine();
        await stub.app.StartAsync();
        return stub;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        scratch.Dispose();
    }

    private async Task BuildAsync(HttpContext http)
    {
        Query = http.Request.Query;
        var received = new MemoryStream();
        await http.Request.Body.CopyToAsync(received);
        received.Position = 0;
        await using var tar = new TarReader(received);
        var names = new List<string>();
        while (await tar.GetNextEntryAsync() is { } entry)
            names.Add(entry.Name);
        Context = names;
        http.Response.StatusCode = Status;
        await http.Response.WriteAsync(Answer);
    }
}
