using Pipeline.LocalCluster.Node.Unpacking;

namespace Pipeline.LocalCluster.Tests.Node.Unpacking;

public sealed class ImageReferenceTests
{
    private const string Hex = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("user-service@sha256:" + Hex)]
    [InlineData("registry.example:5000/team/user-service:1.2.3@sha256:" + Hex)]
    public void Only_the_digest_counts(string image)
    {
        Assert.Equal(Hex, ImageReference.DigestOf(image).Hex);
    }

    [Theory]
    [InlineData("user-service:1.2.3", "ErrImageNeverPull")]
    [InlineData("user-service@sha256:12", "InvalidImageName")]
    public void An_image_without_a_sound_digest_is_refused(string image, string reason)
    {
        var error = Assert.Throws<ImagePullException>(() => ImageReference.DigestOf(image));

        Assert.Equal(reason, error.Reason);
        Assert.Contains(image, error.Message, StringComparison.Ordinal);
    }
}
