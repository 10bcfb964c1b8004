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
/// <param name="coverage">The least line coverage.</param>
internal sealed class Promotion(
    ServiceDefinition service,
    EvidenceFolder evidence,
    EvidencePolicy policy,
    Percent coverage
)
{
    /// <exception cref="DeliveryException">Something is missing; the message lists all of it.</exception>
    public void Demand(DeliveryEnvironment environment, ImageRecord image)
    {
        var requirements = new PromotionRequirements
        {
            Digest = image.Digest,
            Environment = environment.Name,
            VerifiedIn =
            [
                .. service
                    .Environments.TakeWhile(before => before.Name != environment.Name)
                    .Select(before => before.Name),
            ],
            Coverage = coverage,
            Policy = policy,
        };
        if (PromotionPolicy.Decide(evidence.Read(image.Digest), requirements) is PromotionDecision.Refuse refusal)
            throw new DeliveryException(
                $"{environment.Name}: promotion refused: {string.Join("; ", refusal.Missing)}",
                ExitCode.PromotionRefused
            );
    }

    /// <summary>States that the image serves the environment, and what proves it good.</summary>
    public void Attest(DeliveryEnvironment environment, ImageRecord image, DeliveryReport report, DateTimeOffset now)
    {
        var deployed = new EvidencePredicate.Deployed(environment.Name, report.Rollout, report.Revision.ToString())
        {
            At = now,
        };
        var verified = new EvidencePredicate.Verified(environment.Name, report.Rollout, true, report.Sentence)
        {
            At = now,
        };
        evidence.Store(service.Name, image.Digest, $"deployment-{environment.Name}", deployed);
        evidence.Store(service.Name, image.Digest, $"verification-{environment.Name}", verified);
    }
}
