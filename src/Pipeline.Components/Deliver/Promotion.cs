using Pipeline.Components.Evidence;
using Pipeline.Components.Package;
using Pipeline.Core;
using Pipeline.Core.Environments;
using Pipeline.Core.Evidence;

namespace Pipeline.Components.Deliver;

/// <summary>Lets an image into an environment by what was stated about it, and states what happened there.</summary>
/// <param name="service">The service.</param>
/// <param name="evidence">The statements.</param>
/// <param name="policy">Whose statements count.</param>
/// <param name="clock">The time.</param>
internal sealed class Promotion(
    ServiceDefinition service,
    ImageEvidence evidence,
    EvidencePolicy policy,
    TimeProvider clock
)
{
    /// <exception cref="DeliveryException">Something is missing; the message lists all of it.</exception>
    public async Task DemandAsync(DeliveryEnvironment environment, ImageRecord image, CancellationToken stop)
    {
        var requirements = new PromotionRequirements
        {
            Digest = image.Digest,
            Environment = environment.Name,
            Statements = environment.Evidence,
            VerifiedIn =
            [
                .. service
                    .Environments.TakeWhile(before => before.Name != environment.Name)
                    .Select(before => before.Name),
            ],
            Policy = policy,
            Now = clock.GetUtcNow(),
        };
        var reading = await evidence.ReadAsync(image.Digest, stop);
        if (PromotionPolicy.Decide(reading, requirements) is PromotionDecision.Refuse refusal)
            throw new DeliveryException(
                $"{environment.Name}: promotion refused: {string.Join("; ", refusal.Missing)}",
                ExitCode.PromotionRefused
            );
    }

    /// <summary>States that the image serves the environment and what proves it good, then moves the environment's tag to it.</summary>
    public async Task AttestAsync(
        DeliveryEnvironment environment,
        ImageRecord image,
        DeliveryReport report,
        CancellationToken stop
    )
    {
        var now = clock.GetUtcNow();
        var deployed = new EvidencePredicate.Deployed(environment.Name, report.Rollout, report.Revision.ToString())
        {
            At = now,
        };
        var verified = new EvidencePredicate.Verified(environment.Name, report.Rollout, true, report.Sentence)
        {
            At = now,
        };
        await evidence.StateAsync(service.Name, image.Digest, [deployed, verified], stop);
        await evidence.TagAsync(image.Digest, environment.Name, stop);
    }
}
