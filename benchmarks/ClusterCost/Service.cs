namespace ClusterCost;

/// <summary>A service as small as they come: it answers at <c>POD_IP</c>, port 8080.</summary>
internal static class Service
{
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://{Environment.GetEnvironmentVariable("POD_IP")}:8080");
        await using var app = builder.Build();
        app.Run(context => context.Response.WriteAsync("ok"));
        await app.RunAsync();
    }

    /// <summary>What starts this program as a service, in a shell.</summary>
    public static string Command =>
        Environment.ProcessPath is { } program && Path.GetFileName(program) == "dotnet"
            ? $"{program} {Path.Combine(AppContext.BaseDirectory, "ClusterCost.dll")} service"
            : $"{Environment.ProcessPath} service";
}
