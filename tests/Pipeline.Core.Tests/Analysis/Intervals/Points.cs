using MathNet.Numerics.Distributions;
using Pipeline.Core.Analysis.Intervals;

namespace Pipeline.Core.Tests.Analysis.Intervals;

/// <summary>Series of points, and what both modes say about them.</summary>
internal static class Points
{
    public static IntervalMetric Metric { get; } = new() { Name = "queue depth", Groups = ["load"] };

    public static double[] Of(int count, double value) => [.. Enumerable.Repeat(value, count)];

    /// <summary>Points of which the first few have another value.</summary>
    public static double[] With(int count, double value, int others, double other) =>
        [.. Of(others, other), .. Of(count - others, value)];

    public static double[] Lognormal(Random random, int count, double median = 1, double sigma = 0.3)
    {
        var points = new double[count];
        LogNormal.Samples(random, points, Math.Log(median), sigma);
        return points;
    }

    public static double[] Times(this double[] points, double factor) =>
        Array.ConvertAll(points, point => point * factor);

    public static double[] Plus(this double[] points, double shift) => Array.ConvertAll(points, point => point + shift);

    public static IntervalJudgement Judge(double[] canary, double[] stable, IntervalMetric? metric = null) =>
        IntervalJudge.Judge(IntervalRules.Sound, metric ?? Metric, canary, stable);

    public static IntervalJudgement JudgeAsReference(double[] canary, double[] stable, IntervalMetric? metric = null) =>
        IntervalJudge.Judge(IntervalRules.Reference, metric ?? Metric, canary, stable);
}
