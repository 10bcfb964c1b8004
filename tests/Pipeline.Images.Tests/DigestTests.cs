using System.Text;

namespace Pipeline.Images.Tests;

public class DigestTests
{
    const string Empty = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    [Fact]
    public void The_digest_of_nothing_is_the_well_known_one() => Assert.Equal(Empty, Digest.Of([]).ToString());

    [Fact]
    public async Task A_stream_has_the_digest_of_its_bytes()
    {
        var bytes = Encoding.UTF8.GetBytes("users");

        var digest = await Digest.OfAsync(new MemoryStream(bytes), CancellationToken.None);

        Assert.Equal(Digest.Of(bytes), digest);
    }

    [Fact]
    public void A_digest_survives_its_text() =>
        Assert.Equal(Digest.Of([1, 2, 3]), Digest.Parse($"{Digest.Of([1, 2, 3])}"));

    [Theory]
    [InlineData("")]
    [InlineData("sha512:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("sha256:E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    [InlineData("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85")]
    [InlineData("sha256:../../../../etc/passwd000000000000000000000000000000000000000000000")]
    public void Other_text_is_refused_with_the_expected_form(string text)
    {
        var refusal = Assert.Throws<FormatException>(() => Digest.Parse(text));

        Assert.Equal(
            $"'{text}' is not a digest: expected sha256: and 64 lower-case hexadecimal digits.",
            refusal.Message
        );
    }
}
