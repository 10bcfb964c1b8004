using Pipeline.Components.Package;
using Pipeline.Images.Building;

namespace Pipeline.Components.Tests.Package;

public class ImageOptionsTests
{
    private static readonly ImageOptions Default = new(ImageBuilder.Oci, BaseImage: null, SdkImage: null, []);

    [Fact]
    public void Options_that_go_together_pass()
    {
        Default.Check();
        (Default with { Builder = ImageBuilder.Docker, SdkImage = "sdk", BuildArguments = ["A=1"] }).Check();
    }

    [Fact]
    public void Options_that_do_not_go_together_are_all_named()
    {
        var options = Default with { SdkImage = "sdk" };
        var more = Default with { Builder = ImageBuilder.Docker, BaseImage = ".", BuildArguments = ["A=1"] };

        var refusal = Assert.Throws<ImageBuildException>(options.Check);
        var refusals = Assert.Throws<ImageBuildException>(more.Check);

        Assert.StartsWith("--sdk-image is for --image-builder docker", refusal.Message);
        Assert.Contains("--build-arguments is for the compilation in --sdk-image", refusals.Message);
        Assert.Contains("--base-image . is a layout directory", refusals.Message);
    }
}
