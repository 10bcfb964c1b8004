using k8s.Models;
using Pipeline.Core.Environments;

namespace Pipeline.Kubernetes.Manifests;

/// <summary>The Deployment of one track.</summary>
public static class DeploymentManifest
{
    /// <summary>Runs an image with the environment's configuration on a track.</summary>
    /// <param name="service">The service.</param>
    /// <param name="environment">The environment, whose configuration the pods get.</param>
    /// <param name="track">The track.</param>
    /// <param name="image">The image.</param>
    /// <param name="replicas">Number of pods; null leaves it to whoever owns it, such as an autoscaler.</param>
    public static V1Deployment For(
        ServiceDefinition service,
        DeliveryEnvironment environment,
        Track track,
        TrackImage image,
        int? replicas
    )
    {
        var hash = ConfigurationHash.Of(environment.Configuration);
        var labels = ManifestMetadata.Labels(service, track, image.Version);
        var annotations = image.Digest is null
            ? null
            : new Dictionary<string, string>
            {
                [ObjectMarks.RevisionAnnotation] = new Revision(image.Digest, hash).ToString(),
            };
        return new V1Deployment
        {
            ApiVersion = "apps/v1",
            Kind = "Deployment",
            Metadata = new V1ObjectMeta
            {
                Name = service.Names.ForTrack(track),
                NamespaceProperty = environment.Name,
                Labels = labels,
                Annotations = annotations,
            },
            Spec = new V1DeploymentSpec
            {
                Replicas = replicas,
                RevisionHistoryLimit = 2,
                ProgressDeadlineSeconds = Seconds(environment.ReadinessDeadline),
                Selector = new V1LabelSelector { MatchLabels = ManifestMetadata.Selector(service, track) },
                Strategy = Strategy(environment.Strategy),
                Template = new V1PodTemplateSpec
                {
                    Metadata = new V1ObjectMeta { Labels = labels, Annotations = annotations },
                    Spec = Pod(service, environment, image, hash),
                },
            },
        };
    }

    // A track that is not updated in place only ever replaces pods of a configuration that never served.
    private static V1DeploymentStrategy Strategy(RolloutStrategy strategy)
    {
        var rolling = strategy as RolloutStrategy.Rolling ?? new RolloutStrategy.Rolling();
        return new V1DeploymentStrategy
        {
            Type = "RollingUpdate",
            RollingUpdate = new V1RollingUpdateDeployment
            {
                MaxSurge = Quantity(rolling.MaxSurge),
                MaxUnavailable = Quantity(rolling.MaxUnavailable),
            },
        };
    }

    private static V1PodSpec Pod(
        ServiceDefinition service,
        DeliveryEnvironment environment,
        TrackImage image,
        ConfigurationHash hash
    ) =>
        new()
        {
            AutomountServiceAccountToken = false,
            EnableServiceLinks = false,
            TerminationGracePeriodSeconds = Seconds(environment.TerminationGrace),
            SecurityContext = new V1PodSecurityContext
            {
                RunAsNonRoot = true,
                SeccompProfile = new V1SeccompProfile { Type = "RuntimeDefault" },
            },
            Containers = [ContainerManifest.For(service, environment, image, hash)],
        };

    private static int Seconds(TimeSpan time) => (int)Math.Ceiling(time.TotalSeconds);

    // A number must not become a text: an API server takes a text for a percentage.
    private static IntOrString Quantity(PodQuantity quantity) => quantity.Pods is { } pods ? pods : quantity.ToString();
}
