using Pipeline.Core.Versioning.Changelogs;

namespace Pipeline.Core.Tests.Versioning.Changelogs;

public class ReleaseNotesTests
{
    private static readonly RepositoryLinks Links = new("https://github.com/owner/name");

    internal static ReleaseNotes Notes { get; } =
        ReleaseNotes.Of(
            "2.0.0",
            "v1.4.0",
            new DateOnly(2026, 3, 1),
            [
                ("aaaaaaaaaaaa", "feat(images): base images from a registry, see #7"),
                ("bbbbbbbbbbbb", "fix: the <script> in a [name] is text\n\nCloses #12"),
                (
                    "cccccccccccc",
                    "refactor(core)!: rename\n\nBREAKING CHANGE: `Ship` is the default\ntarget now\nRefs: #3, #4"
                ),
                ("dddddddddddd", "test: nobody notices"),
                ("eeeeeeeeeeee", "fix(security): tokens are masked"),
                ("ffffffffffff", "perf(gateway): half the processor time"),
                ("999999999999", "Merge branch 'x'"),
            ]
        );

    [Fact]
    public void What_breaks_comes_first_then_the_sections_with_links() =>
        Assert.Equal(
            """
            ## [2.0.0](https://github.com/owner/name/compare/v1.4.0...v2.0.0) - 2026-03-01

            ### Breaking changes

            - **core:** `Ship` is the default target now ([ccccccc](https://github.com/owner/name/commit/cccccccccccc), [#3](https://github.com/owner/name/issues/3), [#4](https://github.com/owner/name/issues/4))

            ### Added

            - **images:** base images from a registry, see [#7](https://github.com/owner/name/issues/7) ([aaaaaaa](https://github.com/owner/name/commit/aaaaaaaaaaaa))

            ### Changed

            - **gateway:** half the processor time ([fffffff](https://github.com/owner/name/commit/ffffffffffff))

            ### Fixed

            - the &lt;script> in a \[name\] is text ([bbbbbbb](https://github.com/owner/name/commit/bbbbbbbbbbbb), [#12](https://github.com/owner/name/issues/12))

            ### Security

            - **security:** tokens are masked ([eeeeeee](https://github.com/owner/name/commit/eeeeeeeeeeee))

            """,
            $"{Notes.Heading(Links)}\n\n{Notes.Body(Links)}"
        );

    [Fact]
    public void Without_an_address_there_are_no_links()
    {
        var body = Notes.Body(links: null);

        Assert.Contains("target now (ccccccc, #3, #4)", body);
        Assert.DoesNotContain("https://", body);
    }

    [Fact]
    public void The_first_version_links_to_its_tag()
    {
        var first = Notes with { PreviousTag = null };

        Assert.StartsWith("## [2.0.0](https://github.com/owner/name/releases/tag/v2.0.0) - ", first.Heading(Links));
    }

    [Fact]
    public void Without_changes_it_is_said() =>
        Assert.Equal("No change that users notice.\n", (Notes with { Changes = [] }).Body(Links));
}
