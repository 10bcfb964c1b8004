using k8s.Models;

namespace k8s;

/// <summary>The operations on deployments and their replica sets.</summary>
public static partial class AppsV1OperationsExtensions
{
    public static Task<V1Scale> ReadNamespacedDeploymentScaleAsync(
        this IAppsV1Operations operations,
        string name,
        string namespaceParameter,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<V1Scale>(
            ApiRequest.Read(Deployments.In(namespaceParameter, name, "scale"), pretty),
            cancellationToken
        );

    public static Task<V1Scale> PatchNamespacedDeploymentScaleAsync(
        this IAppsV1Operations operations,
        V1Patch body,
        string name,
        string namespaceParameter,
        string dryRun = null,
        string fieldManager = null,
        string fieldValidation = null,
        bool? force = null,
        bool? pretty = null,
        CancellationToken cancellationToken = default
    ) =>
        operations.Api.SendAsync<V1Scale>(
            ApiRequest.Patch(
                Deployments.In(namespaceParameter, name, "scale"),
                body,
                dryRun,
                fieldManager,
                fieldValidation,
                force,
                pretty
            ),
            cancellationToken
        );
}
