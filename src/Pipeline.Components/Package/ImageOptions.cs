using System.Collections.Immutable;
using Pipeline.Images.Building;

namespace Pipeline.Components.Package;

/// <summary>How the image is built, as the command line says.</summary>
/// <param name="Builder">Who builds it.</param>
/// <param name="BaseImage">What it is built on; null for nothing.</param>
/// <param name="SdkImage">The image in which the Docker builder compiles the sources; null when they are compiled here.</param>
/// <param name="BuildArguments">Build arguments of the form <c>NAME=VALUE</c>.</param>
internal sealed record ImageOptions(
    ImageBuilder Builder,
    string? BaseImage,
    string? SdkImage,
    ImmutableArray<string> BuildArguments
)
{
    /// <summary>All that changes the image.</summary>
    public IEnumerable<string> Parameters => [Builder.ToString(), BaseImage ?? "", SdkImage ?? "", .. BuildArguments];

    /// <summary>Throws when options are given that do not go together.</summary>
    /// <exception cref="ImageBuildException">All of them are named.</exception>
    public void Check()
    {
        if (Problems().ToList() is { Count: > 0 } problems)
            throw new ImageBuildException(string.Join('\n', problems));
    }

    private IEnumerable<string> Problems()
    {
        if (Builder == ImageBuilder.Oci && SdkImage is not null)
            yield return "--sdk-image is for --image-builder docker: the default builder compiles here";
        if (SdkImage is null && BuildArguments.Length > 0)
            yield return "--build-arguments is for the compilation in --sdk-image, which is not given";
        if (Builder == ImageBuilder.Docker && Directory.Exists(BaseImage))
            yield return $"--base-image {BaseImage} is a layout directory, which a Docker engine cannot build on: expected a registry reference with digest";
    }
}
