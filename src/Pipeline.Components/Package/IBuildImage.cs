using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tools.DotNet;
using Pipeline.Components.Records;
using Pipeline.Components.Verify;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Pipeline.Components.Package;

/// <summary>Builds the container image of the service.</summary>
public interface IBuildImage : IHazVersion, IHazDelivery, ITestSolution
{
    /// <summary>The image as an OCI layout.</summary>
    AbsolutePath ImageDirectory => ArtifactsDirectory / "image";

    /// <summary>Where it is written which image was built.</summary>
    AbsolutePath ImageFile => ArtifactsDirectory / "image.json";

    Target BuildImage =>
        _ =>
            _.Description("Builds the service's image, the same bytes for the same commit")
                .DependsOn(Version)
                .After(Test)
                .Consumes(Version)
                .Produces(ImageDirectory / "**", ImageFile)
                .Executes(() =>
                {
                    var version = JsonFile.Read<VersionRecord>(VersionFile, nameof(Version));
                    var inputs = TargetInputs.Of(Path.GetDirectoryName(Service.Project)!) with
                    {
                        Parameters = [version.ToString()],
                        Products = ["artifacts/image", "artifacts/image.json"],
                    };
                    return DoOnceAsync(nameof(BuildImage), inputs, () => BuildAsync(version));
                });

    /// <summary>The image that was built.</summary>
    /// <exception cref="MissingResultException">None was.</exception>
    ImageRecord ReadImage() => JsonFile.Read<ImageRecord>(ImageFile, nameof(BuildImage));

    private async Task BuildAsync(VersionRecord version)
    {
        var published = TemporaryDirectory / "publish";
        published.CreateOrCleanDirectory();
        DotNetPublish(_ =>
            _.SetProject(RootDirectory / Service.Project)
                .SetConfiguration("Release")
                .SetRuntime(ServiceImage.Runtime)
                .EnableSelfContained()
                .SetOutput(published)
                .SetVerbosity(DotNetVerbosity.quiet)
                .SetProperty("Version", version.Version)
                .SetProperty("ContinuousIntegrationBuild", "true")
        );
        var image = await ServiceImage.BuildAsync(
            Service,
            version,
            published,
            ImageDirectory,
            RunState.Of(this).Signals.Token
        );
        JsonFile.Write(ImageFile, image);
    }
}
