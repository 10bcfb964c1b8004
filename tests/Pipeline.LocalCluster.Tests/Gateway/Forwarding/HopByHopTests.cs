using Pipeline.LocalCluster.Gateway.Forwarding;

namespace Pipeline.LocalCluster.Tests.Gateway.Forwarding;

public sealed class HopByHopTests
{
    [Theory]
    [InlineData("connection", "", true)]
    [InlineData("Transfer-Encoding", "", true)]
    [InlineData("X-Trace", "close, x-trace", true)]
    [InlineData("X-Trace", "close", false)]
    [InlineData("Content-Type", "", false)]
    public void What_is_about_one_connection_stays_behind(string name, string connection, bool drops)
    {
        Assert.Equal(drops, HopByHop.Drops(name, connection));
    }
}
