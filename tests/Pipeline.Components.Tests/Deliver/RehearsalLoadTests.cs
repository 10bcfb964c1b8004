using Pipeline.Components.Deliver;
using Pipeline.Core.Environments;

namespace Pipeline.Components.Tests.Deliver;

public sealed class RehearsalLoadTests
{
    [Fact]
    public void A_rehearsal_can_be_sent_and_lasts_as_long_as_it_may()
    {
        var load = RehearsalLoad.Of(Services.Good, new RehearsalTraffic(1000), TimeSpan.FromMinutes(1));

        Assert.Empty(load.Problems());
        Assert.Equal(60_000, load.Requests(new Random(load.Seed)).LongCount());
    }

    [Fact]
    public void What_it_reads_is_left_when_nothing_may_change()
    {
        var load = RehearsalLoad.Of(Services.Good, new RehearsalTraffic(1000), TimeSpan.FromMinutes(1)).OnlyReads();

        Assert.NotEmpty(load.Routes);
        Assert.All(load.Routes, route => Assert.StartsWith("/users", route.Path));
    }
}
