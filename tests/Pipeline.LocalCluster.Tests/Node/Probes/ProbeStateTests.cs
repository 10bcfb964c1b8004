using Pipeline.LocalCluster.Node.Probes;

namespace Pipeline.LocalCluster.Tests.Node.Probes;

public sealed class ProbeStateTests
{
    private static readonly ProbeSpec Spec = new()
    {
        Action = new ProbeAction.Tcp(null, 8080),
        Period = TimeSpan.FromSeconds(1),
        FailureThreshold = 3,
    };

    [Fact]
    public void The_first_probe_is_due_at_once()
    {
        Assert.Equal(TimeSpan.Zero, Begin(Spec).Due);
    }

    [Fact]
    public void The_first_probe_waits_for_the_initial_delay()
    {
        var state = Begin(Spec with { InitialDelay = TimeSpan.FromSeconds(5) });

        Assert.Equal(TimeSpan.FromSeconds(5), state.Due);
    }

    [Fact]
    public void An_initial_delay_that_is_over_is_not_waited_for_again()
    {
        var spec = Spec with { InitialDelay = TimeSpan.FromSeconds(5) };

        Assert.Equal(TimeSpan.FromSeconds(8), ProbeState.Begin(spec, eager: true, TimeSpan.FromSeconds(8)).Due);
    }

    [Fact]
    public void Before_the_first_success_it_is_repeated_ten_times_a_second()
    {
        var state = Begin(Spec).Observe(false, Seconds(0));

        Assert.Equal(Seconds(0.1), state.Due);
    }

    [Fact]
    public void After_the_first_success_it_is_repeated_every_period()
    {
        var state = Begin(Spec).Observe(true, Seconds(0.3));

        Assert.True(state.Verdict);
        Assert.Equal(Seconds(1.3), state.Due);
    }

    [Fact]
    public void Quick_repetitions_do_not_count_as_failures()
    {
        var state = Begin(Spec);

        for (var tenth = 0; tenth < 20; tenth++)
            state = state.Observe(false, Seconds(tenth / 10.0));

        Assert.Null(state.Verdict);
        Assert.False(state.CountedFailure);
    }

    [Fact]
    public void One_failure_a_period_counts_up_to_the_threshold()
    {
        var state = Begin(Spec).Observe(false, Seconds(0)).Observe(false, Seconds(1));
        Assert.Null(state.Verdict);

        state = state.Observe(false, Seconds(2));

        Assert.False(state.Verdict);
        Assert.True(state.CountedFailure);
    }

    [Fact]
    public void A_success_in_between_begins_the_count_again()
    {
        var state = Begin(Spec)
            .Observe(false, Seconds(0))
            .Observe(false, Seconds(1))
            .Observe(true, Seconds(2))
            .Observe(false, Seconds(3))
            .Observe(false, Seconds(4));

        Assert.True(state.Verdict);
        Assert.False(state.Observe(false, Seconds(5)).Verdict);
    }

    [Fact]
    public void Several_successes_may_be_demanded()
    {
        var state = Begin(Spec with { SuccessThreshold = 2 }).Observe(true, Seconds(0));
        Assert.Null(state.Verdict);

        Assert.True(state.Observe(true, Seconds(1)).Verdict);
    }

    [Fact]
    public void One_that_nobody_waits_for_keeps_to_its_period()
    {
        var state = ProbeState.Begin(Spec, eager: false, TimeSpan.Zero).Observe(false, Seconds(0));

        Assert.Equal(Seconds(1), state.Due);
    }

    private static ProbeState Begin(ProbeSpec spec) => ProbeState.Begin(spec, eager: true, TimeSpan.Zero);

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
