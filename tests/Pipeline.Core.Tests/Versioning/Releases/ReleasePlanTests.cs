using Pipeline.Core.Versioning.Releases;

namespace Pipeline.Core.Tests.Versioning.Releases;

public class ReleasePlanTests
{
    private static readonly ReleaseRequest Wanted = new()
    {
        Tag = "v1.2.0",
        Commit = "abc",
        Notes = "### Added\n",
        IsPrerelease = false,
        Files = [new("sbom.json", 10), new("scan.json", 20)],
    };

    [Fact]
    public void Of_nothing_everything_is_made_in_order() =>
        Assert.Equal<ReleaseStep>(
            [
                new ReleaseStep.CreateTag(),
                new ReleaseStep.CreateRelease(),
                new ReleaseStep.AddFile("sbom.json"),
                new ReleaseStep.AddFile("scan.json"),
            ],
            [.. ReleasePlan.Of(Wanted, PublishedRelease.None)]
        );

    [Fact]
    public void A_complete_release_is_left_alone() =>
        Assert.Empty(ReleasePlan.Of(Wanted, new PublishedRelease("abc", "### Added\r\n", Wanted.Files)));

    [Fact]
    public void What_differs_is_replaced_and_what_others_added_stays()
    {
        var found = new PublishedRelease(
            "abc",
            "old",
            [new("sbom.json", -1), new("scan.json", 20), new("by-hand.txt", 1)]
        );

        Assert.Equal<ReleaseStep>(
            [
                new ReleaseStep.ReplaceNotes(),
                new ReleaseStep.RemoveFile("sbom.json"),
                new ReleaseStep.AddFile("sbom.json"),
            ],
            [.. ReleasePlan.Of(Wanted, found)]
        );
    }

    [Fact]
    public void A_tag_on_another_commit_is_never_moved()
    {
        var conflict = Assert.Throws<TagConflictException>(() =>
            ReleasePlan.Of(Wanted, PublishedRelease.None with { TaggedCommit = "def" })
        );

        Assert.StartsWith("tag v1.2.0 names commit def, expected abc", conflict.Message);
    }
}
