using k8s.Models;

namespace k8s;

/// <summary>The operations on namespaces, pods, services, configuration and what else the core group holds.</summary>
public static partial class CoreV1OperationsExtensions
{
    private static readonly ApiResource Secrets = new("api/v1", "secrets");
    private static readonly ApiResource Events = new("api/v1", "events");
    private static readonly ApiResource ResourceQuotas = new("api/v1", "resourcequotas");

    public static Task<V1SecretList> ListNamespacedSecretAsync(
        this ICoreV1Operations operations,
        string namespaceParameter,
        bool? allowWatchBookmarks = null,
        string continueParameter = null,
        string fieldSelector = null,
        string labelSelector = null,
        int? limit = null,
        string resourceVersion = null,
        string resourceVersionMatch = null,
        bool? sendInitialEvents = null,
        int? timeoutSeconds = null,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<V1SecretList>(
            ApiRequest.List(
                Secrets.In(namespaceParameter),
                allowWatchBookmarks,
                continueParameter,
                fieldSelector,
                labelSelector,
                limit,
                resourceVersion,
                resourceVersionMatch,
                sendInitialEvents,
                timeoutSeconds,
                pretty
            ),
            cancellationToken
        );

    public static Task<V1Secret> ReadNamespacedSecretAsync(
        this ICoreV1Operations operations,
        string name,
        string namespaceParameter,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<V1Secret>(
            ApiRequest.Read(Secrets.In(namespaceParameter, name), pretty),
            cancellationToken
        );

    public static Task<Corev1EventList> ListNamespacedEventAsync(
        this ICoreV1Operations operations,
        string namespaceParameter,
        bool? allowWatchBookmarks = null,
        string continueParameter = null,
        string fieldSelector = null,
        string labelSelector = null,
        int? limit = null,
        string resourceVersion = null,
        string resourceVersionMatch = null,
        bool? sendInitialEvents = null,
        int? timeoutSeconds = null,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<Corev1EventList>(
            ApiRequest.List(
                Events.In(namespaceParameter),
                allowWatchBookmarks,
                continueParameter,
                fieldSelector,
                labelSelector,
                limit,
                resourceVersion,
                resourceVersionMatch,
                sendInitialEvents,
                timeoutSeconds,
                pretty
            ),
            cancellationToken
        );

    public static Task<V1ResourceQuotaList> ListNamespacedResourceQuotaAsync(
        this ICoreV1Operations operations,
        string namespaceParameter,
        bool? allowWatchBookmarks = null,
        string continueParameter = null,
        string fieldSelector = null,
        string labelSelector = null,
        int? limit = null,
        string resourceVersion = null,
        string resourceVersionMatch = null,
        bool? sendInitialEvents = null,
        int? timeoutSeconds = null,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<V1ResourceQuotaList>(
            ApiRequest.List(
                ResourceQuotas.In(namespaceParameter),
                allowWatchBookmarks,
                continueParameter,
                fieldSelector,
                labelSelector,
                limit,
                resourceVersion,
                resourceVersionMatch,
                sendInitialEvents,
                timeoutSeconds,
                pretty
            ),
            cancellationToken
        );
}
