using BenchmarkDotNet.Attributes;
using MathNet.Numerics.Distributions;
using Pipeline.Core.Analysis.Intervals;
using Pipeline.Core.Analysis.Intervals.Scores;

namespace JudgeSpeed;

/// <summary>A judgement of 100 metrics with 1,000 points a side.</summary>
[InProcess]
[MemoryDiagnoser]
public class IntervalSpeed
{
    private const int Metrics = 100;
    private const int Points = 1000;

    private (IntervalMetric Metric, double[] Canary, double[] Stable)[] series = [];

    /// <summary>Whose rules are followed.</summary>
    [Params(IntervalMode.Sound, IntervalMode.Reference)]
    public IntervalMode Mode { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        var random = new Random(1);
        series =
        [
            .. Enumerable
                .Range(0, Metrics)
                .Select(number =>
                    (
                        new IntervalMetric { Name = $"metric {number}", Groups = ["all"] },
                        Draw(random, number % 3 == 0 ? 1.1 : 1),
                        Draw(random, 1)
                    )
                ),
        ];
    }

    [Benchmark]
    public IntervalScore Judge()
    {
        var rules = new IntervalRules { Mode = Mode };
        return IntervalScorer.Score(
            new ScoreRules { Mode = Mode },
            series.Select(each => IntervalJudge.Judge(rules, each.Metric, each.Canary, each.Stable))
        );
    }

    private static double[] Draw(Random random, double factor)
    {
        var points = new double[Points];
        LogNormal.Samples(random, points, Math.Log(100 * factor), 0.3);
        return points;
    }
}
