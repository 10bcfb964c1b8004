using Nuke.Common.Git;

namespace NukeCommon.Tests.Git;

public class GitRepositoryAddressTests
{
    [Theory]
    [InlineData("https://github.com/owner/name.git", GitProtocol.Https, "github.com", "owner/name")]
    [InlineData("https://user:t0k3n@example.com:8443/a/b/c", GitProtocol.Https, "example.com:8443", "a/b/c")]
    [InlineData("git@github.com:owner/name.git", GitProtocol.Ssh, "github.com", "owner/name")]
    [InlineData("ssh://git@example.com/owner/name.git/", GitProtocol.Ssh, "example.com", "owner/name")]
    [InlineData("/srv/git/name.git", null, null, "srv/git/name")]
    public void An_address_is_taken_apart(string url, GitProtocol? protocol, string? endpoint, string identifier)
    {
        var repository = GitRepository.FromUrl(url, "main");

        Assert.Equal(
            (protocol, endpoint, identifier, "main"),
            (repository.Protocol, repository.Endpoint, repository.Identifier, repository.Branch)
        );
        Assert.Null(repository.Tags);
        Assert.Null(repository.LocalDirectory);
    }

    [Fact]
    public void An_address_is_written_in_both_forms()
    {
        var https = GitRepository.FromUrl("https://github.com/owner/name");
        var ssh = GitRepository.FromUrl("git@github.com:owner/name");

        Assert.Equal("https://github.com/owner/name.git", ssh.HttpsUrl);
        Assert.Equal("git@github.com:owner/name.git", https.SshUrl);
        Assert.Equal(https.HttpsUrl, https.ToString());
        Assert.Equal(ssh.SshUrl, ssh.ToString());
    }

    [Theory]
    [InlineData("main", true, false)]
    [InlineData("master", true, false)]
    [InlineData("release/1.0", false, true)]
    [InlineData(null, false, false)]
    public void Branches_have_kinds(string? branch, bool main, bool release)
    {
        var repository = GitRepository.FromUrl("/srv/name").SetBranch(branch);

        Assert.Equal(main, repository.IsOnMainOrMasterBranch());
        Assert.Equal(release, repository.IsOnReleaseBranch());
    }
}
