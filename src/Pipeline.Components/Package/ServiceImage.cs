using Pipeline.Core.Environments;
using Pipeline.Images;
using Pipeline.Images.Building;
using Pipeline.Images.Docker;
using Pipeline.Images.Docker.Dockerfiles;
using Pipeline.Images.Documents;
using Pipeline.Images.Registries;
using Serilog;

namespace Pipeline.Components.Package;

/// <summary>The service's image: built into a layout, and pushed from there into the embedded registry.</summary>
internal static class ServiceImage
{
    /// <summary>The platform that the service is published for.</summary>
    public const string Runtime = "linux-x64";

    /// <summary>What the image of a service is built from.</summary>
    /// <param name="service">The service.</param>
    /// <param name="version">Its version and commit.</param>
    /// <param name="published">The output of <c>dotnet publish</c>.</param>
    /// <param name="layout">The layout to write into.</param>
    public static ImageRequest Request(
        ServiceDefinition service,
        VersionRecord version,
        string published,
        string layout
    ) =>
        new()
        {
            PublishDirectory = published,
            EntryPoint = Path.GetFileNameWithoutExtension(service.Project),
            LayoutDirectory = layout,
            Tag = version.Version,
            Version = version.Version,
            Revision = version.Commit,
            Created = version.CommittedAt,
            Port = service.Port,
        };

    /// <summary>Builds the image without a daemon.</summary>
    public static async Task<ImageRecord> BuildAsync(
        ServiceDefinition service,
        ImageRequest request,
        string? baseImage,
        CancellationToken cancellationToken
    )
    {
        if (baseImage is not null)
            request = request with
            {
                Base = await BaseImage.FindAsync(baseImage, DockerLogin.CredentialOf, cancellationToken),
            };
        var image = await OciImageBuilder.BuildAsync(request, cancellationToken);
        return Recorded(service, request, image, request.Base?.Digest.ToString());
    }

    /// <summary>Builds the image by the Docker engine of this machine: from what was published, or from the sources.</summary>
    public static async Task<ImageRecord> BuildByDockerAsync(
        ServiceDefinition service,
        ImageRequest request,
        ImageOptions options,
        string sources,
        CancellationToken cancellationToken
    )
    {
        var arguments = BuildArguments.Parse(options.BuildArguments);
        var source = options.SdkImage is { } sdk
            ? new SourceBuild(sdk, service.Project, request.Version, [.. arguments.Keys])
            : null;
        var host = Environment.GetEnvironmentVariable("DOCKER_HOST");
        using var engine = await DockerEngine.ConnectAsync(host, cancellationToken);
        var image = await DockerImageBuilder.BuildAsync(
            engine,
            new DockerImageRequest
            {
                ContextDirectory = source is null ? request.PublishDirectory : sources,
                Dockerfile = ServiceDockerfile.Of(request, options.BaseImage, source),
                BuildArguments = arguments,
                Repository = Repository(service),
                Tag = request.Tag,
                Created = request.Created,
                LayoutDirectory = request.LayoutDirectory,
            },
            line => Log.Information("{Line:l}", line),
            cancellationToken
        );
        return Recorded(service, request, image, options.BaseImage?.Split('@')[^1]);
    }

    /// <summary>Copies the image from the layout that it was built in; what is there and intact is not sent again.</summary>
    public static async Task PushAsync(
        ImageRecord image,
        string layout,
        IImageRegistry target,
        CancellationToken cancellationToken
    )
    {
        var source = await LayoutRegistry.OpenAsync(layout, cancellationToken);
        if (target is LayoutRegistry embedded)
        {
            foreach (var damaged in await embedded.ForgetDamagedAsync(cancellationToken))
                Log.Warning("{Digest:l} in {Registry:l} was damaged and is forgotten", $"{damaged}", embedded.Location);
        }

        var sent = await ImageTransfer.CopyAsync(
            source,
            Digest.Parse(image.Digest),
            target,
            image.Version,
            cancellationToken
        );
        Log.Information(
            "{Sent} blobs pushed ({Megabytes:0.0} MB), {Present} were there",
            sent.BlobsSent,
            sent.BytesSent / 1e6,
            sent.BlobsPresent
        );
    }

    private static ImageRecord Recorded(
        ServiceDefinition service,
        ImageRequest request,
        BuiltImage image,
        string? baseDigest
    )
    {
        foreach (var layer in image.Layers)
            Log.Information(
                "layer {Name,-11} {Size,6:0.0} MB{Files:l}{Reused:l}",
                layer.Name,
                layer.Descriptor.Size / 1e6,
                layer.FileCount > 0 ? $" in {layer.FileCount} files" : "",
                layer.Reused ? ", unchanged" : ""
            );
        Log.Information("{Digest:l}", image.Manifest.Digest.ToString());
        return new ImageRecord(
            Repository(service),
            image.Manifest.Digest.ToString(),
            request.Version,
            baseDigest ?? AnnotationKeys.NoBase
        );
    }

    private static string Repository(ServiceDefinition service) => $"localhost/{service.Name}";
}
