using Pipeline.Components.Evidence;
using Pipeline.Components.Package;
using Pipeline.Core.Environments;
using Pipeline.Core.Evidence;
using Pipeline.Images;
using Pipeline.Images.Registries;

namespace Pipeline.Components.Deliver;

/// <summary>Brings an image and everything that was stated about it from one registry to another, by digest.</summary>
/// <param name="service">The service.</param>
/// <param name="keys">What statements are verified with.</param>
/// <param name="policy">Whose statements count.</param>
/// <param name="clock">The time.</param>
internal sealed class ImagePromotion(
    ServiceDefinition service,
    EvidenceKeys keys,
    EvidencePolicy policy,
    TimeProvider clock
)
{
    /// <summary>Demands the evidence, copies what is missing, demands it again of the copy, and moves the environment's tag last.</summary>
    /// <exception cref="DeliveryException">Something is missing at the source, or did not arrive.</exception>
    public async Task<TransferResult> RunAsync(
        DeliveryEnvironment environment,
        ImageRecord image,
        IImageRegistry source,
        IImageRegistry target,
        CancellationToken stop
    )
    {
        var digest = Digest.Parse(image.Digest);
        await PromotionFrom(source).DemandAsync(environment, image, stop);
        var sent = await ImageTransfer.CopyAsync(source, digest, target, image.Version, stop);
        await target.DemandCompleteAsync(digest, stop);
        await PromotionFrom(target).DemandAsync(environment, image, stop);
        await target.TagAsync(digest, environment.Name, stop);
        return sent;
    }

    private Promotion PromotionFrom(IImageRegistry registry) =>
        new(service, new ImageEvidence(registry, keys), policy, clock);
}
