using System.Collections.Immutable;
using System.Globalization;
using Pipeline.Images.Documents;

namespace Pipeline.Images.Building;

/// <summary>Writes down how an image is run.</summary>
static class ImageConfigFactory
{
    /// <summary>User and group "nonroot" of distroless images, which other images leave free.</summary>
    public const string User = "65532:65532";

    const string BuiltBy = "pipeline";

    public static ImageConfig Create(ImageRequest request, ImmutableArray<BuiltLayer> layers, ImageConfig? below)
    {
        var directory = $"/{PublishedApplication.ImageDirectory}";
        return new ImageConfig
        {
            Created = request.Created.ToUniversalTime(),
            Architecture = ImagePlatform.LinuxAmd64.Architecture,
            Os = ImagePlatform.LinuxAmd64.Os,
            Config = new ContainerConfig
            {
                User = User,
                ExposedPorts = [string.Create(CultureInfo.InvariantCulture, $"{request.Port}/tcp")],
                Env = below?.Config?.Env,
                Entrypoint = [$"{directory}/{request.EntryPoint}"],
                WorkingDir = directory,
                Labels = ImageLabels.Of(request, request.Base?.Digest, request.Base?.Name, below?.Config?.Labels),
                StopSignal = "SIGTERM",
            },
            RootFilesystem = new RootFilesystem
            {
                Type = "layers",
                DiffIds = [.. layers.Select(layer => layer.DiffId)],
            },
            History =
            [
                .. below?.History ?? BaseHistory(layers),
                .. Own(layers).Select(layer => History(request, layer)),
            ],
        };
    }

    static IEnumerable<BuiltLayer> Own(ImmutableArray<BuiltLayer> layers) =>
        layers.Where(layer => layer.Name != LayerName.Base);

    static IEnumerable<HistoryEntry> BaseHistory(ImmutableArray<BuiltLayer> layers) =>
        layers.Where(layer => layer.Name == LayerName.Base).Select(_ => new HistoryEntry { Comment = LayerName.Base });

    static HistoryEntry History(ImageRequest request, BuiltLayer layer) =>
        new()
        {
            Created = request.Created.ToUniversalTime(),
            CreatedBy = BuiltBy,
            Comment = layer.Name,
        };
}
