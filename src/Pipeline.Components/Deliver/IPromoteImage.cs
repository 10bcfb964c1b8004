using Nuke.Common;
using Pipeline.Components.Operate;
using Pipeline.Components.Package;
using Pipeline.Core;
using Pipeline.Images.Registries;
using Serilog;

namespace Pipeline.Components.Deliver;

/// <summary>Promotes an image that is already in a registry, by its digest: nothing is built again.</summary>
public interface IPromoteImage : IDeploy, IOperate
{
    /// <summary>The repository that the image is copied to.</summary>
    [Parameter("Repository or layout directory that PromoteImage copies the image to; without it only the tag moves")]
    string? TargetRegistry => TryGetValue(() => TargetRegistry);

    Target PromoteImage =>
        _ =>
            _.Description(
                    "Copies the image and the statements about it by digest, and moves the environment's tag last"
                )
                .Requires(() => Environment)
                .Executes(() => PromoteAsync(RunState.Of(this).Signals.Token));

    private async Task PromoteAsync(CancellationToken stop)
    {
        RunState.Of(this).LockArtifacts(this);
        try
        {
            var address = RegistryAddress.Parse(TargetRegistry ?? Registry ?? RegistryDirectory);
            var source = await OpenRegistryAsync(stop);
            var target = TargetRegistry is null ? source : await address.OpenAsync(InsecureRegistry, stop);
            // What leaves this machine is no rehearsal.
            var policy = PolicyOf(isRehearsal: UsesEmbeddedCluster && address.Remote is null);
            var promotion = new ImagePromotion(Service, ReadKeys(), policy, TimeProvider.System);
            var sent = await promotion.RunAsync(Service.Environment(Environment!), ReadImage(), source, target, stop);
            Log.Information(
                "{Blobs} blobs ({Megabytes:0.0} MB) and {Referrers} statements copied, {Present} blobs were there",
                sent.BlobsSent,
                sent.BytesSent / 1e6,
                sent.ReferrersSent,
                sent.BlobsPresent
            );
            Log.Information("{Location:l}:{Tag:l} is {Digest:l}", target.Location, Environment, $"{sent.Image.Digest}");
        }
        catch (DeliveryException refused)
        {
            ExitCode = refused.ExitCode;
            throw;
        }
    }
}
