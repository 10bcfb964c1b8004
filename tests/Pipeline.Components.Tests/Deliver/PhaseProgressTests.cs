using Pipeline.Components.Deliver;
using Pipeline.Core.Rollouts;

namespace Pipeline.Components.Tests.Deliver;

public sealed class PhaseProgressTests
{
    private readonly List<string> lines = [];

    [Fact]
    public void The_way_back_begins_with_its_reason_and_ends_with_the_time_it_took()
    {
        var progress = new PhaseProgress(lines.Add);
        var returning = SampleRollout.Begin with
        {
            Phase = RolloutPhase.Returning,
            Outcome = RolloutOutcome.RolledBack,
            Reason = "error rate 5 % of 320 requests",
        };

        progress.Entered(returning);
        progress.Entered(
            returning with
            {
                Phase = RolloutPhase.Retiring,
                PhaseSince = returning.PhaseSince.AddSeconds(0.75),
            }
        );

        Assert.Equal("RolledBack: error rate 5 % of 320 requests", lines[0]);
        Assert.Contains("all traffic is back, 0.75 s after the decision", lines);
    }

    [Fact]
    public void A_phase_on_the_way_forward_is_one_line()
    {
        new PhaseProgress(lines.Add).Entered(SampleRollout.Begin);

        Assert.Equal([SampleRollout.Begin.Describe()], lines);
    }
}
