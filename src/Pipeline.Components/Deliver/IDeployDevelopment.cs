using Nuke.Common;

namespace Pipeline.Components.Deliver;

/// <summary>Delivers to development.</summary>
public interface IDeployDevelopment : IDeploy
{
    Target DeployDevelopment =>
        _ =>
            _.Description("Rolls out to development (rolling), verifies and attests")
                .DependsOn(PushImage)
                .Consumes(PushImage)
                .Consumes(BuildImage, ImageFile)
                .Produces(RegistryDirectory / "**", ArtifactsDirectory / "evidence" / "**")
                .Executes(() => DeliverAsync("development"));
}
