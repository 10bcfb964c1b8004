using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Pipeline.LocalCluster.Api;
using Pipeline.LocalCluster.Api.Documents;
using Pipeline.LocalCluster.Controllers;
using Pipeline.LocalCluster.Events;
using Pipeline.LocalCluster.Gateway;
using Pipeline.LocalCluster.Hosting.Identity;
using Pipeline.LocalCluster.Node;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Hosting;

/// <summary>Composes a cluster and runs it until it is told to stop.</summary>
internal static class ClusterHost
{
    // Longer than any pod's usual grace, so that pods end before the cluster does.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(40);

    /// <exception cref="ClusterStartException">The cluster cannot start; nothing was changed but its own directory.</exception>
    public static async Task RunAsync(ClusterOptions options)
    {
        var time = TimeProvider.System;
        GatewayServer.CompleteSocketsInline();
        TerminalSession.LeaveSession();
        using var held = InstanceLock.Acquire(options);
        var sockets = ClusterSockets.Bind(options);
        var identity = ClusterIdentity.LoadOrCreate(Path.Combine(options.Root, "pki"), time);
        using var log = new ClusterLog(options.LogsDirectory, time);
        await using var store = ResourceStore.Open(options.StoreDirectory, time);

        var kubeconfig = new Kubeconfig(sockets.ApiAddress, identity);
        await using var app = Build(options, sockets, identity, kubeconfig, store, log, time);
        await app.StartAsync();
        ClusterFiles.Write(options.Kubeconfig, kubeconfig.ForAdministrator());
        ClusterFiles.Write(options.PidFile, InstanceRecord.OfThisProcess(sockets, Discovery.GitVersion, time).ToJson());
        Console.Out.WriteLine($"ready api={Address(sockets.ApiAddress)} gateway={Address(sockets.GatewayAddress)}");
        log.LeaveOutput();
        TerminalSession.LeaveStreams(log.Path);

        await app.WaitForShutdownAsync();
        File.Delete(options.PidFile);
    }

    private static WebApplication Build(
        ClusterOptions options,
        ClusterSockets sockets,
        ClusterIdentity identity,
        Kubeconfig kubeconfig,
        ResourceStore store,
        ClusterLog log,
        TimeProvider time
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.AddProvider(log);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, sockets, identity));
        builder.Services.Configure<SocketTransportOptions>(transport =>
            transport.CreateBoundListenSocket = _ => sockets.Api
        );
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);

        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(sockets);
        builder.Services.AddSingleton(identity.Tokens);
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<IServiceAccountKubeconfigs>(kubeconfig);
        builder.Services.AddSingleton<IResourceStore>(store);
        builder.Services.AddSingleton<EventRecorder>();
        builder.Services.AddSingleton<ResourceOperations>();
        builder.Services.AddSingleton(Random.Shared);

        // They stop in reverse: no traffic any more before the pods end, nobody to replace a pod that ends.
        builder.Services.AddHostedService<IdleCollection>();
        builder.Services.AddHostedService<ClusterBootstrap>();
        builder.Services.AddNode();
        builder.Services.AddClusterControllers();
        builder.Services.AddHostedService<GatewayServer>();
        builder.Services.AddApi();

        var app = builder.Build();
        app.Run(app.Services.GetRequiredService<ApiServer>().HandleAsync);
        return app;
    }

    private static void Listen(KestrelServerOptions kestrel, ClusterSockets sockets, ClusterIdentity identity)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = RequestContent.Limit;
        kestrel.Listen((IPEndPoint)sockets.Api.LocalEndPoint!, listen => listen.UseHttps(identity.Server));
    }

    private static string Address(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
