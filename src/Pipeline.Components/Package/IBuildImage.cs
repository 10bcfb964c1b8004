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
    /// <summary>Who builds the image.</summary>
    [Parameter("Who builds the image: Oci (default, without a daemon) or Docker")]
    ImageBuilder ImageBuilder => TryGetValue<ImageBuilder?>(() => ImageBuilder) ?? ImageBuilder.Oci;

    /// <summary>What the image is built on.</summary>
    [Parameter(
        "Image to build on: a registry reference with digest or an OCI layout directory; without it only the embedded cluster runs the image"
    )]
    string? BaseImage => TryGetValue(() => BaseImage);

    /// <summary>Where the Docker builder compiles.</summary>
    [Parameter(
        "Image with the .NET SDK, with digest, in which the Docker builder compiles the sources; without it they are compiled here"
    )]
    string? SdkImage => TryGetValue(() => SdkImage);

    /// <summary>Build arguments of the Docker builder.</summary>
    [Parameter("Build arguments NAME=VALUE that the compilation in --sdk-image sees; secrets are refused")]
    string[]? BuildArguments => TryGetValue(() => BuildArguments);

    /// <summary>The image as an OCI layout.</summary>
    AbsolutePath ImageDirectory => ArtifactsDirectory / "image";

    /// <summary>Where it is written which image was built.</summary>
    AbsolutePath ImageFile => ArtifactsDirectory / "image.json";

    /// <summary>What the image was built from, by whom and when.</summary>
    AbsolutePath ProvenanceFile => ArtifactsDirectory / "provenance.json";

    Target BuildImage =>
        _ =>
            _.Description("Builds the service's image, the same bytes for the same commit")
                .DependsOn(Version)
                .After(Test)
                .Consumes(Version)
                .Produces(ImageDirectory / "**", ImageFile, ProvenanceFile)
                .Executes(async () =>
                {
                    var options = new ImageOptions(ImageBuilder, BaseImage, SdkImage, [.. BuildArguments ?? []]);
                    options.Check();
                    var version = JsonFile.Read<VersionRecord>(VersionFile, nameof(Version));
                    var inputs = TargetInputs.Of(Path.GetDirectoryName(Service.Project)!) with
                    {
                        Parameters = [version.ToString(), .. options.Parameters],
                        Products = ["artifacts/image", "artifacts/image.json", "artifacts/provenance.json"],
                    };
                    await DoOnceAsync(nameof(BuildImage), inputs, () => BuildAsync(version, options));
                    ReportSummary(_ => new Dictionary<string, string> { ["Digest"] = ReadImage().Digest });
                });

    /// <summary>The image that was built.</summary>
    /// <exception cref="MissingResultException">None was.</exception>
    ImageRecord ReadImage() => JsonFile.Read<ImageRecord>(ImageFile, nameof(BuildImage));

    private async Task BuildAsync(VersionRecord version, ImageOptions options)
    {
        var started = TimeProvider.System.GetUtcNow();
        var request = ServiceImage.Request(Service, version, TemporaryDirectory / "publish", ImageDirectory);
        if (options.SdkImage is null)
            Publish(request.PublishDirectory, version);
        var cancellation = RunState.Of(this).Signals.Token;
        var image =
            options.Builder == ImageBuilder.Docker
                ? await ServiceImage.BuildByDockerAsync(Service, request, options, RootDirectory, cancellation)
                : await ServiceImage.BuildAsync(Service, request, options.BaseImage, cancellation);
        JsonFile.Write(ImageFile, image);
        var source = GitHistory.RemoteOf(RootDirectory);
        var finished = TimeProvider.System.GetUtcNow();
        JsonFile.Write(ProvenanceFile, ImageProvenance.Of(Service, version, image, source, started, finished));
    }

    private void Publish(AbsolutePath published, VersionRecord version)
    {
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
    }
}
