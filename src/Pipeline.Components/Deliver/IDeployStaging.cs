using Nuke.Common;

namespace Pipeline.Components.Deliver;

/// <summary>Delivers to staging.</summary>
public interface IDeployStaging : IDeployDevelopment
{
    Target DeployStaging =>
        _ =>
            _.Description("Rolls out to staging (blue-green), verifies and attests")
                .DependsOn(DeployDevelopment)
                .Consumes(PushImage)
                .Consumes(BuildImage, ImageFile)
                .Consumes(DeployDevelopment)
                .Produces(RegistryDirectory / "**", ArtifactsDirectory / "evidence" / "**")
                .Executes(() => DeliverAsync("staging"));
}
