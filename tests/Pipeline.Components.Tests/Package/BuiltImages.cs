using Pipeline.Components.Package;
using Pipeline.Images.Registries;

namespace Pipeline.Components.Tests.Package;

/// <summary>Builds small images of a service.</summary>
internal static class BuiltImages
{
    public static Task<ImageRecord> BuildAsync(TemporaryFolder folder, VersionRecord version, string layout)
    {
        folder.Write("publish/UserService", "\u007FELF program");
        folder.Write("publish/UserService.dll", "own code");
        folder.Write(
            "publish/UserService.deps.json",
            """{"runtimeTarget":{"name":"x"},"targets":{"x":{}},"libraries":{}}"""
        );
        var request = ServiceImage.Request(
            Deliver.Services.Good,
            version,
            Path.Combine(folder.Path, "publish"),
            Path.Combine(folder.Path, layout)
        );
        return ServiceImage.BuildAsync(Deliver.Services.Good, request, baseImage: null, default);
    }

    public static async Task<ImageRecord> PutAsync(
        TemporaryFolder folder,
        IImageRegistry registry,
        VersionRecord version
    )
    {
        var image = await BuildAsync(folder, version, "layout");
        await ServiceImage.PushAsync(image, Path.Combine(folder.Path, "layout"), registry, default);
        return image;
    }
}
