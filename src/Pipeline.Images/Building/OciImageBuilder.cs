using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;

namespace Pipeline.Images.Building;

/// <summary>Builds an OCI image from published files, without a daemon.</summary>
public static class OciImageBuilder
{
    /// <summary>
    /// Writes the image into the request's layout and tags it; layers that are there are reused. Throws <see cref="ImageBuildException"/>
    /// or <see cref="ImageLayoutException"/>.
    /// </summary>
    public static async Task<BuiltImage> BuildAsync(ImageRequest request, CancellationToken cancellationToken = default)
    {
        var plans = PublishedApplication.Plan(request.PublishDirectory, request.EntryPoint, request.Created);
        var layout = await OciLayout.CreateAsync(request.LayoutDirectory, cancellationToken: cancellationToken);

        var below = request.Base is null
            ? BaseLayers.None
            : await BaseLayers.CopyAsync(request.Base, layout, cancellationToken);
        var builder = new LayerBuilder(layout, new LayerCache(Path.Combine(layout.Root, ".layers")));
        var layers = below.Layers.ToBuilder();
        foreach (var plan in plans)
            layers.Add(await builder.BuildAsync(plan, cancellationToken));

        var built = layers.ToImmutable();
        var config = OciJson.Write(ImageConfigFactory.Create(request, built, below.Config), OciJson.Config);
        var configDescriptor = await layout.WriteBlobAsync(config, MediaTypes.Config, cancellationToken);
        return await BuiltImage.CompleteAsync(layout, request.Tag, configDescriptor, built, cancellationToken);
    }
}
