using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Sequential;

namespace JudgeContract;

/// <summary>Two tracks with lognormal durations (median 100 ms, sigma 0.3), the new one slower by a factor.</summary>
/// <param name="Slowdown">For example 1.2 for 20 % slower; 1 for equal tracks.</param>
/// <param name="Split">Share of the requests that go to the new version.</param>
/// <param name="PerTick">Requests of both tracks per tick.</param>
public sealed record LatencyScenario(double Slowdown, double Split, int PerTick)
{
    private const double MedianSeconds = 0.1;
    private const double Sigma = 0.3;

    private static readonly ImmutableArray<double> Edges = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    /// <summary>The look at which the comparison over all bucket edges first suffices; null when it never does.</summary>
    public Catch? Run(Random random, double alpha)
    {
        var byEdge = Edges.Select(_ => ComparisonTest.Begin).ToArray();
        var requests = 0L;
        for (var tick = 1; tick <= ComparisonScenario.Ticks; tick++)
        {
            var canary = random.Binomial(PerTick, Split);
            requests += canary;
            var canaryAbove = DrawAbove(random, canary, MedianSeconds * Slowdown);
            var stableAbove = DrawAbove(random, PerTick - canary, MedianSeconds);
            for (var i = 0; i < Edges.Length; i++)
                byEdge[i] = byEdge[i].With(new Stratum(canaryAbove[i], stableAbove[i]));

            if (ComparisonTest.LogMean([.. byEdge.Select(test => test.LogEvidence)]) >= -Math.Log(alpha))
                return new Catch(tick, requests);
        }

        return null;
    }

    // Requests above each edge: those above one edge are drawn from those above the edge before.
    private static ImmutableArray<Proportion> DrawAbove(Random random, long count, double median)
    {
        var above = ImmutableArray.CreateBuilder<Proportion>(Edges.Length);
        var (left, shareLeft) = (count, 1.0);
        foreach (var edge in Edges)
        {
            var share = 1 - LogNormal.CDF(Math.Log(median), Sigma, edge);
            left = shareLeft > 0 ? random.Binomial(left, share / shareLeft) : 0;
            shareLeft = share;
            above.Add(new Proportion(left, count));
        }

        return above.MoveToImmutable();
    }
}
