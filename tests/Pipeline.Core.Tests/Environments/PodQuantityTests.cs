using Pipeline.Core.Environments;

namespace Pipeline.Core.Tests.Environments;

public sealed class PodQuantityTests
{
    [Fact]
    public void A_number_is_so_many_pods_however_many_there_are()
    {
        PodQuantity three = 3;

        Assert.Equal((3, 3, "3"), (three.RoundedUpOf(10), three.RoundedDownOf(1), three.ToString()));
    }

    [Fact]
    public void A_share_is_rounded_up_for_pods_in_addition_and_down_for_pods_that_may_be_missing()
    {
        PodQuantity quarter = Percent.Of(25);

        Assert.Equal((2, 1, "25%"), (quarter.RoundedUpOf(5), quarter.RoundedDownOf(5), quarter.ToString()));
    }

    [Fact]
    public void A_rolling_update_may_miss_and_add_a_quarter_of_the_pods_unless_told_otherwise()
    {
        var rolling = new RolloutStrategy.Rolling();

        Assert.Equal(("25%", "25%"), ($"{rolling.MaxUnavailable}", $"{rolling.MaxSurge}"));
    }
}
