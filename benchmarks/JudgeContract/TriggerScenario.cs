using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Sequential;

namespace JudgeContract;

/// <summary>A version under load, judged against a rollback trigger at every tick.</summary>
/// <param name="Rate">Its true share of bad requests.</param>
/// <param name="Trigger">The rollback trigger.</param>
/// <param name="PerTick">Requests per tick.</param>
public sealed record TriggerScenario(double Rate, double Trigger, int PerTick)
{
    /// <summary>When it was first proved over the trigger and when under it; null for never.</summary>
    public (Catch? Over, Catch? Under) Run(Random random, double alpha, double beta)
    {
        var (over, under) = ((Catch?)null, (Catch?)null);
        var counts = new Proportion(0, 0);
        for (var tick = 1; tick <= ComparisonScenario.Ticks && (over is null || under is null); tick++)
        {
            counts = new Proportion(counts.Bad + random.Binomial(PerTick, Rate), counts.Total + PerTick);
            if (over is null && ProportionTest.LogEvidenceAbove(counts, Trigger) >= -Math.Log(alpha))
                over = new Catch(tick, counts.Total);
            if (under is null && ProportionTest.LogEvidenceBelow(counts, Trigger) >= -Math.Log(beta))
                under = new Catch(tick, counts.Total);
        }

        return (over, under);
    }
}
