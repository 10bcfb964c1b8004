using System.Collections.Immutable;
using System.Globalization;
using Nuke.Common;
using Pipeline.Components.Cluster;
using Pipeline.Components.Package;
using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Core.Evidence;

namespace Pipeline.Components.Deliver;

/// <summary>Delivers the pushed image to environments.</summary>
public interface IDeploy : IHazDelivery, IHazCluster, IPushImage
{
    /// <summary>Share of the requests that the new version in production answers with an error, 0 to 1.</summary>
    [Parameter(
        "Rehearses a bad release: share of requests that production's new version answers with an error, 0 to 1"
    )]
    double? FaultErrorRate => TryGetValue<double?>(() => FaultErrorRate);

    /// <summary>Milliseconds by which the new version in production answers later.</summary>
    [Parameter("Rehearses a bad release: milliseconds by which production's new version answers later")]
    int? FaultLatencyMs => TryGetValue<int?>(() => FaultLatencyMs);

    /// <summary>Whether a rollout that is under way or held is aborted first.</summary>
    [Parameter("Aborts a rollout that is under way or held, and delivers then")]
    bool Supersede => TryGetValue<bool?>(() => Supersede) ?? false;

    /// <summary>Delivers to one environment and stores what proves it.</summary>
    async Task DeliverAsync(string name)
    {
        var definition = Service.Environment(name);
        var state = RunState.Of(this);
        try
        {
            Preconditions.Check(Service, UsesEmbeddedCluster, FaultErrorRate, FaultLatencyMs);
            var image = ReadImage();
            Preconditions.Check(image, UsesEmbeddedCluster);
            if (!UsesEmbeddedCluster)
                image = image with { Repository = Registry ?? throw Preconditions.NoRegistry() };
            var stop = state.Signals.Token;
            var promotion = new Promotion(
                Service,
                await OpenEvidenceAsync(stop),
                PolicyOf(isRehearsal: UsesEmbeddedCluster),
                TimeProvider.System
            );
            await promotion.DemandAsync(definition, image, stop);

            var cluster = await ConnectAsync(stop);
            var delivery = new EnvironmentDelivery(
                cluster,
                Service,
                definition.With(Faults(name)),
                image,
                RecordsOf(image.Digest),
                TimeProvider.System
            )
            {
                Supersedes = Supersede,
            };
            var report = await delivery.DeliverAsync(stop);
            await promotion.AttestAsync(definition, image, report, CancellationToken.None);
            if (UsesEmbeddedCluster)
                HandOnKey(ReadKeys());
            ReportSummary(_ => new Dictionary<string, string>
            {
                ["Image"] = image.Digest[..19],
                ["Version"] = image.Version,
                ["Rollout"] = report.Sentence,
            });
        }
        catch (DeliveryException refused)
        {
            ExitCode = state.Signals.ExitCodeOfSignal ?? refused.ExitCode;
            throw;
        }
    }

    /// <summary>Whose statements count.</summary>
    EvidencePolicy PolicyOf(bool isRehearsal) =>
        isRehearsal ? EvidencePolicy.Rehearsal : EvidencePolicy.Strict(Service.TrustedKeys.Select(key => key.Name));

    // A fault is configuration: it makes production's revision another one, and acts only there.
    private ImmutableSortedDictionary<string, string> Faults(string environment)
    {
        var faults = ImmutableSortedDictionary<string, string>.Empty;
        if (environment != Service.Environments[^1].Name)
            return faults;
        if (FaultErrorRate is { } rate)
            faults = faults.Add("FAULTS__ERRORRATE", rate.ToString(CultureInfo.InvariantCulture));
        if (FaultLatencyMs is { } latency)
            faults = faults.Add("FAULTS__LATENCYMS", latency.ToString(CultureInfo.InvariantCulture));
        return faults;
    }
}
