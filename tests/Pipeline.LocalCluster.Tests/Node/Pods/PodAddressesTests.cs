using System.Net;
using System.Net.Sockets;
using Pipeline.LocalCluster.Node.Pods;

namespace Pipeline.LocalCluster.Tests.Node.Pods;

public sealed class PodAddressesTests
{
    private readonly PodAddresses _addresses = new("/somewhere/cluster");

    [Fact]
    public void Every_pod_gets_an_address_of_its_own()
    {
        var addresses = Enumerable.Range(0, 600).Select(_ => _addresses.Acquire(null, [])).ToList();

        Assert.Equal(600, addresses.Distinct().Count());
        Assert.All(addresses, address => Assert.Matches(@"^127\.[1-9]\d*\.\d+\.\d+$", address));
    }

    [Fact]
    public void Clusters_in_different_directories_keep_apart()
    {
        Assert.NotEqual(
            _addresses.Acquire(null, []).Split('.')[..3],
            new PodAddresses("/elsewhere/cluster").Acquire(null, []).Split('.')[..3]
        );
    }

    [Fact]
    public void An_address_on_which_somebody_listens_is_passed_over()
    {
        var first = new PodAddresses("/somewhere/cluster").Acquire(null, []);
        using var squatter = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        squatter.Bind(new IPEndPoint(IPAddress.Parse(first), 0));
        squatter.Listen();
        var port = ((IPEndPoint)squatter.LocalEndPoint!).Port;

        Assert.NotEqual(first, _addresses.Acquire(null, [port]));
    }

    [Fact]
    public void A_pod_gets_the_address_that_it_had()
    {
        Assert.Equal("127.200.0.9", _addresses.Acquire("127.200.0.9", []));
    }

    [Fact]
    public void A_kept_address_is_not_given_away()
    {
        _addresses.Keep("127.200.0.9");

        Assert.NotEqual("127.200.0.9", _addresses.Acquire("127.200.0.9", []));
    }

    [Fact]
    public void A_released_address_can_be_had_again()
    {
        _addresses.Keep("127.200.0.9");
        _addresses.Release("127.200.0.9");

        Assert.Equal("127.200.0.9", _addresses.Acquire("127.200.0.9", []));
    }
}
