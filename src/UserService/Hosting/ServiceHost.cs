using System.Net;
using Microsoft.Extensions.Logging.Console;
using UserService.Configuration;
using UserService.Errors;
using UserService.Faults;
using UserService.Metrics;
using UserService.Users;

namespace UserService.Hosting;

/// <summary>Puts the service together.</summary>
static class ServiceHost
{
    // With the drain time of 5 s this stays within the 30 s that Kubernetes grants by default.
    static readonly TimeSpan TimeToFinishRequests = TimeSpan.FromSeconds(20);

    const int MaxBodyBytes = 64 * 1024;

    public static WebApplication Build(ServiceOptions options, TimeProvider? time = null, IUserStore? store = null)
    {
        var builder = WebApplication.CreateSlimBuilder();

        // Only the documented variables count: neither files nor the frameworks' own variables.
        builder.Configuration.Sources.Clear();
        ConfigureLogging(builder.Logging, options.LogLevel);
        ConfigureServer(builder, options);

        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton(store ?? new InMemoryUserStore());
        builder.Services.AddSingleton<RequestMetrics>();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Readiness>());
        builder.Services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, UsersJson.Default)
        );

        var app = builder.Build();
        app.UseMiddleware<MetricsMiddleware>();
        app.UseMiddleware<DrainingMiddleware>();
        app.UseMiddleware<ProblemMiddleware>();
        if (FaultMiddleware.IsConfigured(options))
            app.UseMiddleware<FaultMiddleware>();

        UserEndpoints.Map(app);
        OperationsEndpoints.Map(app);
        app.Lifetime.ApplicationStarted.Register(() => LogStart(app, options));
        return app;
    }

    static void ConfigureServer(WebApplicationBuilder builder, ServiceOptions options)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Listen(new IPEndPoint(options.Address, options.Port));
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Drain + TimeToFinishRequests);
    }

    static void ConfigureLogging(ILoggingBuilder logging, LogLevel level)
    {
        logging.ClearProviders();
        logging.SetMinimumLevel(level);
        logging.AddFilter("Microsoft", level > LogLevel.Warning ? level : LogLevel.Warning);
        logging.AddJsonConsole(json =>
        {
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });
        // A reader that stops reading must not stop the service.
        logging.Services.Configure<ConsoleLoggerOptions>(console =>
            console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite
        );
    }

    static void LogStart(WebApplication app, ServiceOptions options)
    {
        app.Logger.Listening(
            string.Join(", ", app.Urls),
            ServiceVersion.Current,
            options.ImageDigest,
            options.Revision
        );
        if (FaultMiddleware.IsConfigured(options))
            app.Logger.FaultsConfigured(options.FaultErrorRate, options.FaultLatency.TotalMilliseconds);
    }
}
