using BenchmarkDotNet.Attributes;
using Pipeline.Core;
using Pipeline.Core.Analysis.Counters;
using Pipeline.Core.Analysis.Metrics;
using Pipeline.Core.Analysis.Verdicts;

namespace JudgeSpeed;

/// <summary>A stage of 1,000,000 requests of both tracks, judged at each of its looks by error rate and p95: what a rollout does.</summary>
[InProcess]
[MemoryDiagnoser]
public class SequentialSpeed
{
    private const int Samples = 1_000_000;

    private static readonly double[] Edges = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

    private static readonly StageRules Rules = new()
    {
        Metrics =
        [
            new MetricDefinition
            {
                Name = "error rate",
                Kind = new MetricKind.ErrorRate(SuccessBelow: Percent.Of(0.1m), RollbackAbove: Percent.Of(1)),
                NoData = new NoDataPolicy.Hold(),
            },
            new MetricDefinition
            {
                Name = "latency p95",
                Kind = new MetricKind.Latency(95, TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(1000)),
                NoData = new NoDataPolicy.Hold(),
            },
        ],
        MaximumDuration = TimeSpan.FromHours(1),
        JudgedStages = 3,
    };

    private (TrackReading Canary, TrackReading Stable)[] looks = [];

    /// <summary>Looks at the stage; 1,000 requests in each when there are 1,000.</summary>
    [Params(100, 1000)]
    public int Looks { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        var random = new Random(1);
        looks =
        [
            .. Enumerable
                .Range(0, Looks)
                .Select(_ =>
                    (
                        (TrackReading)Reading(random, Samples / Looks / 4),
                        (TrackReading)Reading(random, Samples / Looks * 3 / 4)
                    )
                ),
        ];
    }

    [Benchmark(OperationsPerInvoke = Samples)]
    public Verdict Judge()
    {
        var evidence = StageEvidence.None;
        Verdict? verdict = null;
        foreach (var (canary, stable) in looks)
        {
            evidence = evidence.With(canary, stable, TrackHealth.Good);
            verdict = StageJudge.Judge(Rules, evidence, TimeSpan.FromSeconds(1));
        }

        return verdict!;
    }

    private static TrackReading.Counted Reading(Random random, int requests)
    {
        var errors = Enumerable.Range(0, requests).Count(_ => random.NextDouble() < 0.005);
        var durations = Enumerable.Range(0, requests).Select(_ => 0.02 / (1 - random.NextDouble())).ToList();
        return new TrackReading.Counted(
            new RequestCounts
            {
                Requests = requests,
                Errors = errors,
                Timed = requests,
                Buckets =
                [
                    .. Edges.Select(edge => new LatencyBucket(edge, durations.Count(duration => duration <= edge))),
                ],
            }
        );
    }
}
