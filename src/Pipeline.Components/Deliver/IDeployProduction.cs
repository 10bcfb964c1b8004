using Nuke.Common;

namespace Pipeline.Components.Deliver;

/// <summary>Delivers to production.</summary>
public interface IDeployProduction : IDeployStaging
{
    Target DeployProduction =>
        _ =>
            _.Description("Rolls out to production (canary), verifies and attests")
                .DependsOn(DeployStaging)
                .Consumes(PushImage)
                .Consumes(BuildImage, ImageFile)
                .Consumes(DeployStaging)
                .Produces(RegistryDirectory / "**", ArtifactsDirectory / "evidence" / "**")
                .Executes(() => DeliverAsync("production"));
}
