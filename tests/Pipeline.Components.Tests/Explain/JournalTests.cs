using Pipeline.Components.Deliver;
using Pipeline.Components.Explain;
using Pipeline.Components.Tests.Deliver;
using Pipeline.Core;
using Pipeline.Core.Analysis.Verdicts.Journals;
using Pipeline.Core.Environments;
using static Pipeline.Components.Tests.Deliver.DeliveryFixture;

namespace Pipeline.Components.Tests.Explain;

/// <summary>What deliveries leave behind, and what is made of it.</summary>
[Collection(nameof(LogCollection))]
public sealed class JournalTests : IDisposable
{
    private readonly DeliveryFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task A_promoted_canary_is_explained_and_judged_again()
    {
        await fixture.DeliverAsync(Production, Image('a'));

        var explainer = Explainer(rollout: null);
        var lines = explainer.Explain().ToList();

        Assert.StartsWith("user-service-production-2, ", lines[0]);
        Assert.Contains("stage 1 of 2, 25 % of the traffic", lines);
        Assert.Contains(lines, line => line.Contains(": held: "));
        Assert.Contains(lines, line => line.Contains(": passed: error rate 0 % of "));
        Assert.EndsWith(" verified", lines[^1]);
        Assert.EndsWith(" verdicts in 2 judged stages, judged again: all the same", explainer.Replay().Single());
    }

    [Fact]
    public async Task A_canary_that_was_rolled_back_is_explained_by_the_failed_stage()
    {
        await fixture.DeliverAsync(Production, Image('a'));
        fixture.Traffic.ErrorRate = track => track == Track.A ? Percent.Of(10) : Percent.Zero;
        await Assert.ThrowsAsync<DeliveryException>(() => fixture.DeliverAsync(Production, Image('b')));

        var lines = Explainer("user-service-production-3").Explain().ToList();

        Assert.Contains(lines, line => line.Contains(": failed: error rate 10 % of "));
        Assert.StartsWith("rolled back: error rate 10 % of ", lines[^1]);
    }

    [Fact]
    public async Task A_rollout_that_was_left_and_continued_has_a_journal_of_each_run()
    {
        await fixture.DeliverAsync(Production, Image('a'));
        fixture.DieAtTheNextLook();
        await Assert.ThrowsAsync<RunDiedException>(() => fixture.DeliverAsync(Production, Image('b')));
        fixture.Cluster.Instead = _ => null;
        await fixture.DeliverAsync(Production, Image('b'));

        var journals = new JournalArchive(fixture.Records).Of("user-service-production-3");

        Assert.Equal([0, 2], journals.Select(journal => journal.Stages.Length));
        Assert.Null(journals[0].Conclusion);
        Assert.NotNull(journals[1].Conclusion);
    }

    [Fact]
    public async Task A_rollout_without_judged_stages_is_explained_too()
    {
        await fixture.DeliverAsync(Development, Image('a'));

        var lines = Explainer("user-service-development-1").Explain().ToList();

        Assert.Contains("no stage was judged by metrics", lines);
        Assert.EndsWith(" verified", lines[^1]);
    }

    [Fact]
    public async Task Numbers_that_were_changed_after_the_verdict_make_the_replay_fail()
    {
        await fixture.DeliverAsync(Production, Image('a'));
        var file = Assert.Single(new JournalArchive(fixture.Records).Of(null)).Origin;
        var forged = File.ReadAllText(file).Replace("\"errors\":0", "\"errors\":9");
        File.WriteAllText(file, forged);

        var disagreement = Assert.Throws<ReplayDisagreesException>(() => Explainer(null).Replay().ToList());

        Assert.StartsWith(
            "judged again, user-service-production-2 comes out otherwise than recorded: ",
            disagreement.Message
        );
        Assert.Contains("stage 1 after 0.5 s: ", disagreement.Message);
    }

    [Fact]
    public async Task A_journal_that_cannot_be_written_is_told_and_stops_no_rollout()
    {
        File.WriteAllText(Path.Combine(fixture.Records, "user-service-development-1"), "in the way");

        using var log = new CapturedLog();
        await fixture.DeliverAsync(Development, Image('a'));

        Assert.Single(log.Lines, line => line.StartsWith("Warning: the journal of this rollout ends here"));
    }

    private RolloutExplainer Explainer(string? rollout) => new(new JournalArchive(fixture.Records).Of(rollout));
}
