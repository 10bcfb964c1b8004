using Pipeline.Core.Analysis.Sequential;

namespace JudgeContract;

/// <summary>Two tracks under load: what the comparison with the stable track is tried on.</summary>
/// <param name="Name">As the table prints it.</param>
/// <param name="Canary">Share of bad requests of the new version at a time from 0 to 1.</param>
/// <param name="Stable">Share of bad requests of the stable version.</param>
/// <param name="Split">Share of the requests that go to the new version.</param>
/// <param name="PerTick">Requests of both tracks per tick.</param>
/// <param name="FixedSplit">Whether every tick has exactly the split; otherwise each request is drawn.</param>
public sealed record ComparisonScenario(
    string Name,
    Func<double, double> Canary,
    Func<double, double> Stable,
    double Split,
    int PerTick,
    bool FixedSplit = false
)
{
    /// <summary>Looks of one run.</summary>
    public const int Ticks = 60;

    /// <summary>The tick, counted from 1, at which the comparison first suffices at level <paramref name="alpha"/>; null when it never does.</summary>
    public Catch? Run(Random random, double alpha)
    {
        var (test, requests) = (ComparisonTest.Begin, 0L);
        for (var tick = 1; tick <= Ticks; tick++)
        {
            var time = (tick - 1.0) / (Ticks - 1);
            var canary = FixedSplit ? (long)Math.Round(PerTick * Split) : random.Binomial(PerTick, Split);
            requests += canary;
            test = test.With(
                new Stratum(random.Requests(canary, Canary(time)), random.Requests(PerTick - canary, Stable(time)))
            );
            if (test.LogEvidence >= -Math.Log(alpha))
                return new Catch(tick, requests);
        }

        return null;
    }
}
