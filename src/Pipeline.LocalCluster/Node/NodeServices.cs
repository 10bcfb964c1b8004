using Pipeline.LocalCluster.Hosting;

namespace Pipeline.LocalCluster.Node;

/// <summary>Registers the node.</summary>
internal static class NodeServices
{
    public static IServiceCollection AddNode(this IServiceCollection services) =>
        services
            .AddSingleton<LocalNode>()
            .AddHostedService(provider => provider.GetRequiredService<LocalNode>())
            .AddSingleton<IPodLogs>(provider => provider.GetRequiredService<LocalNode>().Logs);
}
