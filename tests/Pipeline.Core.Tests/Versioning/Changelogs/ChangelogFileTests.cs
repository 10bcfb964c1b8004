using Pipeline.Core.Versioning.Changelogs;

namespace Pipeline.Core.Tests.Versioning.Changelogs;

public class ChangelogFileTests
{
    private static readonly ReleaseNotes Notes = ReleaseNotes.Of(
        "1.1.0",
        "v1.0.0",
        new DateOnly(2026, 3, 1),
        [("abcdefabcdef", "feat: more")]
    );

    [Fact]
    public void A_version_goes_above_the_older_ones_with_what_people_wrote() =>
        Assert.Equal(
            """
            # Changelog

            ## [Unreleased]

            ## 1.1.0 - 2026-03-01

            Mind the new port.

            ### Added

            - more (abcdefa)

            ## 1.0.0 - 2026-01-01

            - all

            """,
            ChangelogFile.With(
                """
                # Changelog

                ## [Unreleased]

                Mind the new port.

                ## 1.0.0 - 2026-01-01

                - all

                """,
                Notes,
                links: null
            )
        );

    [Theory]
    [InlineData("## [Unreleased]\n\n## 1.1.0 - 2026-02-01\n")]
    [InlineData("## [Unreleased]\n\n## [1.1.0](https://x) - 2026-02-01\n")]
    public void A_version_that_is_there_changes_nothing(string file) =>
        Assert.Equal(file, ChangelogFile.With(file, Notes, links: null));

    [Fact]
    public void The_first_version_goes_under_unreleased()
    {
        var changed = ChangelogFile.With("## [Unreleased]\n\n## 1.1.0-rc.1 - 2026-02-01\n", Notes, links: null);

        Assert.StartsWith(
            "## [Unreleased]\n\n## 1.1.0 - 2026-03-01\n\n### Added\n\n- more (abcdefa)\n\n## 1.1.0-rc.1",
            changed
        );
    }

    [Fact]
    public void What_people_wrote_stands_alone_when_no_commit_is_noticed()
    {
        var changed = ChangelogFile.With("## [Unreleased]\n\n- by hand\n", Notes with { Changes = [] }, links: null);

        Assert.Equal("## [Unreleased]\n\n## 1.1.0 - 2026-03-01\n\n- by hand\n", changed);
    }

    [Fact]
    public void Without_the_heading_nothing_is_guessed() =>
        Assert.Contains(
            "has no heading '## [Unreleased]'",
            Assert.Throws<FormatException>(() => ChangelogFile.With("# Changes", Notes, links: null)).Message
        );
}
