using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using k8s;
using k8s.Autorest;
using k8s.Models;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;
using Pipeline.Kubernetes.Manifests;
using Pipeline.Kubernetes.Routing;

namespace Pipeline.Kubernetes.Rollouts;

/// <summary>Changes and observes the Deployments, Services and configuration of one environment.</summary>
/// <param name="client">The cluster.</param>
/// <param name="service">The service.</param>
/// <param name="environment">The environment, with the configuration that is to be delivered.</param>
/// <param name="imageOf">The image of a revision's digest.</param>
public sealed class TrackOperations(
    IKubernetes client,
    ServiceDefinition service,
    DeliveryEnvironment environment,
    Func<Revision, TrackImage> imageOf
)
{
    private string Namespace => environment.Name;

    /// <summary>Creates what every track needs and a new environment lacks: Services, and a route without traffic for the target.</summary>
    public async Task PrepareAsync(Track target, CancellationToken cancellationToken)
    {
        foreach (var track in new[] { Track.A, Track.B })
            await ApplyAsync(ServiceManifest.ForTrack(service, environment, track), cancellationToken);
        if (await FrontAsync(cancellationToken) is null)
            await ApplyAsync(ServiceManifest.Front(service, environment, target), cancellationToken);

        await new RoutePreparation(client, service, environment).EnsureAsync(target, cancellationToken);
    }

    /// <summary>Puts a revision with its configuration on a track.</summary>
    public async Task InstallAsync(Track track, Revision revision, int replicas, CancellationToken cancellationToken)
    {
        var configured = await WithConfigurationOfAsync(revision, cancellationToken);
        await client.CoreV1.PatchNamespacedConfigMapAsync(
            Apply(ConfigurationManifest.For(service, configured)),
            service.Names.Configuration(revision.Configuration),
            Namespace,
            fieldManager: ObjectMarks.Manager,
            force: true,
            cancellationToken: cancellationToken
        );
        await client.AppsV1.PatchNamespacedDeploymentAsync(
            Apply(DeploymentManifest.For(service, configured, track, imageOf(revision), replicas)),
            service.Names.ForTrack(track),
            Namespace,
            fieldManager: ObjectMarks.Manager,
            force: true,
            cancellationToken: cancellationToken
        );
    }

    /// <summary>Sets the number of pods of a track; one without Deployment has none already.</summary>
    public async Task ScaleAsync(Track track, int replicas, CancellationToken cancellationToken)
    {
        try
        {
            await client.AppsV1.PatchNamespacedDeploymentScaleAsync(
                new V1Patch(
                    Spec("replicas", replicas.ToString(CultureInfo.InvariantCulture)),
                    V1Patch.PatchType.MergePatch
                ),
                service.Names.ForTrack(track),
                Namespace,
                fieldManager: ObjectMarks.Manager,
                cancellationToken: cancellationToken
            );
        }
        catch (HttpOperationException missing)
            when (replicas == 0 && missing.Response?.StatusCode == HttpStatusCode.NotFound)
        {
            // A rollout that was stopped before its first effect never made one.
        }
    }

    /// <summary>Points the front Service at a track; one that was deleted is made again.</summary>
    public async Task SwitchFrontAsync(Track track, CancellationToken cancellationToken)
    {
        try
        {
            await client.CoreV1.PatchNamespacedServiceAsync(
                new V1Patch(
                    Spec("selector", $$"""{"{{ObjectMarks.TrackLabel}}":"{{track.Label()}}"}"""),
                    V1Patch.PatchType.MergePatch
                ),
                service.Names.Front,
                Namespace,
                fieldManager: ObjectMarks.Manager,
                cancellationToken: cancellationToken
            );
        }
        catch (HttpOperationException missing) when (missing.Response?.StatusCode == HttpStatusCode.NotFound)
        {
            await ApplyAsync(ServiceManifest.Front(service, environment, track), cancellationToken);
        }
    }

    /// <summary>The track that the front Service points at; null without front Service.</summary>
    /// <exception cref="ForeignObjectException">There is a Service of that name, but it points at no track.</exception>
    public async Task<Track?> FrontAsync(CancellationToken cancellationToken)
    {
        try
        {
            var front = await client.CoreV1.ReadNamespacedServiceAsync(
                service.Names.Front,
                Namespace,
                cancellationToken: cancellationToken
            );
            return TrackOf(front)
                ?? throw new ForeignObjectException(
                    $"Service {Namespace}/{service.Names.Front} selects pods without the label {ObjectMarks.TrackLabel}, so it is "
                        + "none that the pipeline made: give it another name before the first delivery"
                );
        }
        catch (HttpOperationException missing) when (missing.Response?.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>The revision that a track is meant to run; null without Deployment.</summary>
    public async Task<Revision?> RevisionAsync(Track track, CancellationToken cancellationToken) =>
        await FindAsync(track, cancellationToken) is { Metadata.Annotations: { } annotations }
        && annotations.TryGetValue(ObjectMarks.RevisionAnnotation, out var revision)
            ? Revision.Parse(revision)
            : null;

    /// <summary>The pods of a track, as far as the Deployment's controller has seen the latest change.</summary>
    public async Task<RolloutObservation.TrackSeen> ObserveAsync(Track track, CancellationToken cancellationToken)
    {
        var deployment = await FindAsync(track, cancellationToken);
        if (deployment is null)
            return new RolloutObservation.TrackSeen(track, 0, 0);

        var desired = deployment.Spec.Replicas ?? 1;
        var ready = TrackReadiness.Of(deployment);
        return new RolloutObservation.TrackSeen(
            track,
            desired,
            ready,
            ready < desired ? await TroubleAsync(track, cancellationToken) : null
        );
    }

    private async Task<V1Deployment?> FindAsync(Track track, CancellationToken cancellationToken)
    {
        try
        {
            return await client.AppsV1.ReadNamespacedDeploymentAsync(
                service.Names.ForTrack(track),
                Namespace,
                cancellationToken: cancellationToken
            );
        }
        catch (HttpOperationException missing) when (missing.Response?.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private async Task<string?> TroubleAsync(Track track, CancellationToken cancellationToken)
    {
        var pods = await client.CoreV1.ListNamespacedPodAsync(
            Namespace,
            labelSelector: $"{ObjectMarks.NameLabel}={service.Name},{ObjectMarks.TrackLabel}={track.Label()}",
            cancellationToken: cancellationToken
        );
        return TrackReadiness.TroubleOf(pods.Items);
    }

    // A revision that is installed again has its settings in the ConfigMap that it left.
    private async Task<DeliveryEnvironment> WithConfigurationOfAsync(
        Revision revision,
        CancellationToken cancellationToken
    )
    {
        if (ConfigurationHash.Of(environment.Configuration) == revision.Configuration)
            return environment;

        var left = await client.CoreV1.ReadNamespacedConfigMapAsync(
            service.Names.Configuration(revision.Configuration),
            Namespace,
            cancellationToken: cancellationToken
        );
        return environment with
        {
            Configuration = (left.Data ?? new Dictionary<string, string>()).ToImmutableSortedDictionary(),
        };
    }

    private static Track? TrackOf(V1Service front) =>
        front.Spec?.Selector is { } selector && selector.TryGetValue(ObjectMarks.TrackLabel, out var label)
            ? TrackNames.FromLabel(label)
            : null;

    private Task<V1Service> ApplyAsync(V1Service wanted, CancellationToken cancellationToken) =>
        client.CoreV1.PatchNamespacedServiceAsync(
            Apply(wanted),
            wanted.Metadata.Name,
            Namespace,
            fieldManager: ObjectMarks.Manager,
            force: true,
            cancellationToken: cancellationToken
        );

    private static V1Patch Apply(object wanted) => new(wanted, V1Patch.PatchType.ApplyPatch);

    private static string Spec(string key, string json) => $$$"""{"spec":{"{{{key}}}":{{{json}}}}}""";
}
