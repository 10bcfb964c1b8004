using Pipeline.Images.Registries;
using Pipeline.Images.Registries.Remote;

namespace Pipeline.Images.Tests.Registries.Remote;

public sealed class DockerConfigFileTests : IDisposable
{
    readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void User_and_password_are_read_for_the_host()
    {
        Write("""{"auths":{"localhost:5000":{"auth":"Ym9iOnNlOmNyZXQ="},"other":{}}}""");

        Assert.Equal(new RegistryCredential("bob", "se:cret"), Find("localhost:5000"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"auths":{"other.example.org":{"auth":"Ym9iOnNlY3JldA=="}}}""")]
    public void A_host_without_an_entry_has_no_credential(string json)
    {
        Write(json);

        Assert.Null(Find("localhost:5000"));
    }

    [Fact]
    public void A_missing_file_means_no_credential() => Assert.Null(Find("localhost:5000"));

    [Theory]
    [InlineData(
        """{"auths":{"localhost:5000":{}},"credsStore":"desktop"}""",
        "the credential is in a credential helper"
    )]
    [InlineData("""{"auths":{"localhost:5000":{"auth":"Ym9i"}}}""", "user:password in base 64")]
    [InlineData("""{"auths":{"localhost:5000":{"auth":"?"}}}""", "expected Docker's config.json")]
    [InlineData("""{"auths":[]}""", "expected Docker's config.json")]
    [InlineData("{", "expected Docker's config.json")]
    public void An_entry_that_cannot_be_used_is_refused_by_file(string json, string message)
    {
        Write(json);

        var refusal = Assert.Throws<RegistryException>(() => Find("localhost:5000"));

        Assert.StartsWith(_scratch["config.json"], refusal.Message);
        Assert.Contains(message, refusal.Message);
    }

    RegistryCredential? Find(string host) => DockerConfigFile.Find(_scratch["config.json"], host);

    void Write(string json) => File.WriteAllText(_scratch["config.json"], json);
}
