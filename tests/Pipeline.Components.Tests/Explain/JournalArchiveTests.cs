using Pipeline.Components.Explain;
using Pipeline.Core.Analysis.Verdicts.Journals;

namespace Pipeline.Components.Tests.Explain;

public sealed class JournalArchiveTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Without_a_name_it_is_the_rollout_that_was_begun_last()
    {
        WriteJournal("sha256-b", "user-service-production-2", 2);
        WriteJournal("sha256-a", "user-service-staging-9", 5);

        Assert.Equal("user-service-staging-9", Rollouts(null));
    }

    [Fact]
    public void An_unknown_rollout_is_answered_with_those_there_are()
    {
        WriteJournal("sha256-b", "user-service-production-2", 2);
        WriteJournal("sha256-a", "user-service-staging-9", 5);

        var unknown = Assert.Throws<UnknownRolloutException>(() => Rollouts("user-service-production-7"));

        Assert.Equal(
            $"no rollout 'user-service-production-7' in {folder.Path}; there is user-service-production-2, user-service-staging-9",
            unknown.Message
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("missing")]
    public void Where_nothing_is_recorded_it_says_what_to_do(string name)
    {
        var path = Path.Combine(folder.Path, name);

        var unknown = Assert.Throws<UnknownRolloutException>(() => new JournalArchive(path).Of(null));

        Assert.Equal(
            $"{path} holds no journal of a rollout: deliver with ./build.sh first, or name other evidence with --evidence-path",
            unknown.Message
        );
    }

    [Fact]
    public void A_journal_that_was_handed_over_is_read_by_itself()
    {
        var file = WriteJournal("anywhere", "user-service-production-2", 2);
        var copy = Path.Combine(folder.Path, "copy.jsonl");
        File.Move(file, copy);

        Assert.Equal("user-service-production-2", new JournalArchive(copy).Of(null)[0].Rollout);
    }

    [Fact]
    public void Records_of_version_1_are_found_by_their_names()
    {
        var record = Directory
            .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Explain"), "held.json")
            .Select(File.ReadAllText)
            .Single();
        folder.Write("sha256-a/records/user-service-production-4.json", record);

        var journal = Assert.Single(new JournalArchive(folder.Path).Of("user-service-production-4"));

        Assert.Empty(Replay.Differences(Assert.Single(journal.Looks).Record));
    }

    [Fact]
    public void A_journal_that_cannot_be_read_hides_no_other_one()
    {
        WriteJournal("sha256-a", "user-service-production-2", 2);
        folder.Write("sha256-a/records/user-service-production-3/20261121T040009000Z.jsonl", "no journal\n");

        Assert.Equal("user-service-production-2", Rollouts("user-service-production-2"));
        Assert.Throws<FormatException>(() => Rollouts("user-service-production-3"));
    }

    private string Rollouts(string? wanted) =>
        string.Join(" ", new JournalArchive(folder.Path).Of(wanted).Select(journal => journal.Rollout));

    private string WriteJournal(string digest, string rollout, int minute) =>
        folder.Write(
            $"{digest}/records/{rollout}/20261121T04{minute:00}00000Z.jsonl",
            JournalText.Write(
                new JournalLine.Began
                {
                    At = new DateTimeOffset(2026, 11, 21, 4, minute, 0, TimeSpan.Zero),
                    Rollout = rollout,
                    Environment = "production",
                    ProgramVersion = "1.2.3",
                    Plan = [],
                }
            )
        );
}
