using Pipeline.LocalCluster.Api.Documents;
using Pipeline.LocalCluster.Api.Handlers;

namespace Pipeline.LocalCluster.Api;

/// <summary>Registers the API server.</summary>
internal static class ApiServices
{
    public static IServiceCollection AddApi(this IServiceCollection services) =>
        services
            .AddSingleton<Authentication>()
            .AddSingleton<DocumentHandler>()
            .AddSingleton<ReadHandler>()
            .AddSingleton<WatchHandler>()
            .AddSingleton<WriteHandler>()
            .AddSingleton<DeleteHandler>()
            .AddSingleton<ScaleHandler>()
            .AddSingleton<LogHandler>()
            .AddSingleton<ProxyHandler>()
            .AddSingleton<ResourceHandler>()
            .AddSingleton<ApiServer>();
}
