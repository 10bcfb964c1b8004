using Pipeline.Images.Registries.Remote;

namespace Pipeline.Images.Tests.Registries.Remote;

public class RegistryReferenceTests
{
    const string Empty = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    [Theory]
    [InlineData("localhost/users", "localhost", "users", null)]
    [InlineData("localhost:5000/team/users:1.0.0", "localhost:5000", "team/users", "1.0.0")]
    [InlineData("registry.example.org/users:1.0.0-rc.1", "registry.example.org", "users", "1.0.0-rc.1")]
    [InlineData("[::1]:5000/users", "[::1]:5000", "users", null)]
    [InlineData("registry:5000/users", "registry:5000", "users", null)]
    public void A_reference_has_host_repository_and_perhaps_a_tag(
        string text,
        string host,
        string repository,
        string? tag
    )
    {
        var reference = RegistryReference.Parse(text);

        Assert.Equal((host, repository, tag), (reference.Host, reference.Repository, reference.Tag));
        Assert.Equal(text, reference.ToString());
    }

    [Fact]
    public void A_reference_may_have_a_digest()
    {
        var reference = RegistryReference.Parse($"localhost/users:1@{Empty}");

        Assert.Equal(Empty, reference.Digest?.ToString());
        Assert.Equal($"localhost/users:1@{Empty}", reference.ToString());
    }

    [Theory]
    [InlineData("users")]
    [InlineData("team/users")]
    [InlineData("registry.example.org/")]
    [InlineData("registry.example.org/Users")]
    [InlineData("registry.example.org/users@sha256:abc")]
    [InlineData("https://registry.example.org/users")]
    [InlineData("registry.example.org/../users")]
    public void Anything_else_is_refused_with_an_example(string text)
    {
        var refusal = Assert.Throws<FormatException>(() => RegistryReference.Parse(text));

        Assert.StartsWith($"'{text}' is not an image reference: expected host[:port]/repository", refusal.Message);
    }

    [Theory]
    [InlineData("localhost/users", true)]
    [InlineData("127.0.0.2:5000/users", true)]
    [InlineData("[::1]/users", true)]
    [InlineData("registry.example.org/users", false)]
    [InlineData("10.0.0.1:5000/users", false)]
    public void Loopback_hosts_are_known(string text, bool expected) =>
        Assert.Equal(expected, RegistryReference.Parse(text).IsLoopback);
}
