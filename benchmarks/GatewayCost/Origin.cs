namespace GatewayCost;

/// <summary>A service that answers at once.</summary>
internal static class Origin
{
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(context => context.Response.WriteAsync("""{"items":[],"total":0}"""));
        await app.StartAsync();
        Console.WriteLine(new Uri(app.Urls.Single()).Authority);
        await Console.In.ReadLineAsync();
    }
}
