namespace Pipeline.Kubernetes.Tests.Rollouts;

/// <summary>Where the objects of a production environment are found.</summary>
internal static class Paths
{
    public const string State = "/api/v1/namespaces/production/configmaps/user-service-rollout";
    public const string Lease = "/apis/coordination.k8s.io/v1/namespaces/production/leases/user-service-rollout";
    public const string Front = "/api/v1/namespaces/production/services/user-service";
    public const string Route = "/apis/gateway.networking.k8s.io/v1/namespaces/production/httproutes/user-service";
    public const string TrackA = "/apis/apps/v1/namespaces/production/deployments/user-service-a";
    public const string TrackB = "/apis/apps/v1/namespaces/production/deployments/user-service-b";

    public static string History(int number) =>
        $"/api/v1/namespaces/production/configmaps/user-service-revision-{number}";

    public static string Service(string track) => $"/api/v1/namespaces/production/services/user-service-{track}";
}
