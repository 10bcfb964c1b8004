using System.Collections.Immutable;
using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Routing;

namespace Pipeline.Kubernetes.Manifests;

/// <summary>Writes the objects that the pipeline applies as YAML files for people, reviews and GitOps.</summary>
public static class ManifestWriter
{
    private const string Header = """
        # Generated from build/Delivery.cs by ./build.sh GenerateManifests; do not edit.
        # These are the objects that a deployment applies, as they are before the first one: the pipeline adds the image's
        # digest and version, and owns replicas, weights, epoch and the front selector from then on.

        """;

    /// <summary>The content of every file, by its path below <c>manifests/</c>; the same definition gives the same bytes.</summary>
    public static ImmutableSortedDictionary<string, string> Files(ServiceDefinition service) =>
        service
            .Environments.SelectMany(environment =>
                Objects(service, environment)
                    .Where(file => file.Objects.Length > 0)
                    .Select(file => KeyValuePair.Create($"{environment.Name}/{file.Name}", Document(file.Objects)))
            )
            .ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static IEnumerable<(string Name, object[] Objects)> Objects(
        ServiceDefinition service,
        DeliveryEnvironment environment
    )
    {
        var image = new TrackImage(service.Name);
        var active = DeploymentManifest.For(service, environment, Track.A, image, environment.Replicas);
        // An environment that is updated in place never fills its second track.
        yield return (
            "deployment.yaml",
            environment.Strategy is RolloutStrategy.Rolling
                ? [active]
                : [active, DeploymentManifest.For(service, environment, Track.B, image, 0)]
        );
        yield return (
            "service.yaml",
            [
                ServiceManifest.Front(service, environment, Track.A),
                ServiceManifest.ForTrack(service, environment, Track.A),
                ServiceManifest.ForTrack(service, environment, Track.B),
            ]
        );
        yield return ("route.yaml", Routes(service, environment, new TrafficSplit(Percent.Full, 0)));
        yield return ("configuration.yaml", [ConfigurationManifest.For(service, environment)]);
        yield return (
            "role.yaml",
            [
                NamespaceManifest.For(environment),
                DeployerManifests.Account(service, environment),
                DeployerManifests.Role(service, environment),
                DeployerManifests.Binding(service, environment),
            ]
        );
    }

    private static object[] Routes(ServiceDefinition service, DeliveryEnvironment environment, TrafficSplit split) =>
        environment.Routing switch
        {
            TrafficRouting.IstioRoute istio =>
            [
                ServiceManifest.ForBothTracks(service, environment, split: null),
                IstioManifest.Subsets(service, environment),
                IstioManifest.Route(service, environment, istio, split),
            ],
            TrafficRouting.ReplicaRatio => [ServiceManifest.ForBothTracks(service, environment, split)],
            TrafficRouting.ServiceSelector => [],
            _ => [RouteManifest.For(service, environment, split)],
        };

    private static string Document(IEnumerable<object> objects) =>
        Header + string.Concat(objects.Select(each => $"---\n{ManifestYaml.Of(each)}"));
}
