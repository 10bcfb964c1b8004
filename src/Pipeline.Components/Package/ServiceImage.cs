using Pipeline.Core.Environments;
using Pipeline.Images;
using Pipeline.Images.Building;
using Pipeline.Images.Registries;
using Serilog;

namespace Pipeline.Components.Package;

/// <summary>The service's image: built into a layout, and pushed from there into the embedded registry.</summary>
internal static class ServiceImage
{
    /// <summary>The platform that the service is published for.</summary>
    public const string Runtime = "linux-x64";

    public static async Task<ImageRecord> BuildAsync(
        ServiceDefinition service,
        VersionRecord version,
        string published,
        string layout,
        CancellationToken cancellationToken
    )
    {
        var request = new ImageRequest
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
        var image = await OciImageBuilder.BuildAsync(request, cancellationToken);
        foreach (var layer in image.Layers)
            Log.Information(
                "layer {Name,-11} {Size,6:0.0} MB in {Files} files{Reused:l}",
                layer.Name,
                layer.Descriptor.Size / 1e6,
                layer.FileCount,
                layer.Reused ? ", unchanged" : ""
            );
        Log.Information("{Digest:l}", image.Manifest.Digest.ToString());
        return new ImageRecord(
            $"localhost/{service.Name}",
            image.Manifest.Digest.ToString(),
            version.Version,
            Base: "none"
        );
    }

    public static async Task PushAsync(
        ImageRecord image,
        string layout,
        string registry,
        CancellationToken cancellationToken
    )
    {
        var source = await LayoutRegistry.OpenAsync(layout, cancellationToken);
        var target = await LayoutRegistry.OpenAsync(registry, cancellationToken);
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
}
