using Pipeline.LocalCluster.Node.Containers;

namespace Pipeline.LocalCluster.Tests.Node.Containers;

public sealed class RestartBackOffTests
{
    [Fact]
    public void Waits_double_up_to_a_minute()
    {
        var backOff = default(RestartBackOff);
        var delays = new List<double>();

        for (var failure = 0; failure < 10; failure++)
        {
            backOff = backOff.Fail(TimeSpan.FromSeconds(1));
            delays.Add(backOff.Delay.TotalSeconds);
        }

        Assert.Equal([0, 1, 2, 4, 8, 16, 32, 60, 60, 60], delays);
    }

    [Fact]
    public void Ten_minutes_of_running_are_a_new_beginning()
    {
        var backOff = new RestartBackOff(5).Fail(TimeSpan.FromMinutes(10));

        Assert.Equal(TimeSpan.Zero, backOff.Delay);
    }
}
