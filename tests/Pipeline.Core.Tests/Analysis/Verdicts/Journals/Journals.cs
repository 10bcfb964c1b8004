using Pipeline.Core.Analysis.Verdicts;
using Pipeline.Core.Analysis.Verdicts.Journals;

namespace Pipeline.Core.Tests.Analysis.Verdicts.Journals;

/// <summary>Journals of rollouts that were looked at every half second.</summary>
internal static class Journals
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 4, 15, 0, TimeSpan.Zero);

    /// <summary>The journal of a canary whose first stage passes and whose second one fails.</summary>
    public static string Canary()
    {
        var lines = new JournalLines();
        var first = Enumerable
            .Range(1, 8)
            .Aggregate(
                new List<StageEvidence>(),
                (seen, _) =>
                    [
                        .. seen,
                        (seen.LastOrDefault() ?? StageEvidence.None).And(Stages.Requests(48), Stages.Requests(900)),
                    ]
            );
        var gap = first[^1].ForNextStage().AndNothing();
        var bad = gap.And(Stages.Requests(60, errors: 12), Stages.Requests(180, errors: 1));

        return string.Concat([
            Write(Begin()),
            Write(Entered("judging at 5 %")),
            .. first.Select((evidence, look) => Look(lines, 1, 5, evidence, 0.5 * (look + 1))),
            Write(Entered("judging at 25 %")),
            Look(lines, 2, 25, gap, 0.5),
            Look(lines, 2, 25, bad, 1),
            Write(Entered("all traffic goes back to the stable track", "rolled back: error rate 20 % of 60 requests")),
        ]);
    }

    public static JournalLine.Began Begin() =>
        new()
        {
            At = Start,
            Rollout = "user-service-production-2",
            Environment = "production",
            ProgramVersion = "1.2.3",
            Plan = ["canary: b on track b replaces a on track a", "5 % of the traffic on 1 pod"],
        };

    public static JournalLine.Entered Entered(string sentence, string? conclusion = null) =>
        new(sentence, conclusion) { At = Start };

    public static string Write(JournalLine line) => JournalText.Write(line);

    public static string Look(JournalLines lines, int stage, int weight, StageEvidence evidence, double seconds)
    {
        var elapsed = TimeSpan.FromSeconds(seconds);
        var record = StageRecord.Of(Stages.Rules, evidence, elapsed, "http_requests_total", "1.2.3");
        var place = new StagePlace(stage, 3, Percent.Of(weight));
        var decides = record.Verdict is not Verdict.Continue;
        return string.Concat(
            lines.Look(Start + elapsed, place, record, record.Verdict.Sentence, decides).Select(Write)
        );
    }
}
