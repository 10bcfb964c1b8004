using System.Security.Cryptography.X509Certificates;
using Pipeline.LocalCluster.Hosting;
using Pipeline.LocalCluster.Hosting.Identity;

namespace Pipeline.LocalCluster.Tests.Hosting;

public sealed class ClusterIdentityTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_identity_is_the_same_at_the_next_start()
    {
        var first = ClusterIdentity.LoadOrCreate(_directory.Combine("pki"), TimeProvider.System);
        var second = ClusterIdentity.LoadOrCreate(_directory.Combine("pki"), TimeProvider.System);

        Assert.Equal(first.Authority, second.Authority);
        Assert.Equal(first.Server.Thumbprint, second.Server.Thumbprint);
        Assert.Equal(first.Tokens.Administrator, second.Tokens.Administrator);
    }

    [Fact]
    public void The_server_certificate_is_issued_for_loopback_by_the_authority()
    {
        var identity = ClusterIdentity.LoadOrCreate(_directory.Combine("pki"), TimeProvider.System);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(X509Certificate2.CreateFromPem(identity.Authority));
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;

        Assert.True(chain.Build(identity.Server));
        Assert.True(identity.Server.MatchesHostname("127.0.0.1"));
    }

    [Fact]
    public void Only_the_user_may_read_keys_and_tokens()
    {
        _ = ClusterIdentity.LoadOrCreate(_directory.Combine("pki"), TimeProvider.System);

        Assert.All(
            Directory.GetFiles(_directory.Combine("pki")),
            file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file))
        );
    }

    [Fact]
    public void A_service_account_has_a_token_of_its_own()
    {
        var tokens = ClusterTokens.Random();

        var token = tokens.ForServiceAccount("production", "guard");

        Assert.True(tokens.IsValid(token));
        Assert.False(tokens.IsValid(token[..^1] + "x"));
        Assert.NotEqual(token, tokens.ForServiceAccount("production", "deployer"));
        Assert.False(ClusterTokens.Random().IsValid(token));
    }
}
