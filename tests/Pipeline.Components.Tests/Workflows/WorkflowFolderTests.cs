using Pipeline.Components.Workflows;

namespace Pipeline.Components.Tests.Workflows;

public sealed class WorkflowFolderTests
{
    private static readonly Dictionary<string, string> Files = new()
    {
        [".github/workflows/one.yml"] = "# Purpose.\n# Generated from build/Workflows.cs\na\nb\nc\nd\ne\n",
    };

    [Fact]
    public void What_was_written_does_not_differ()
    {
        using var root = new TemporaryFolder();

        WorkflowFolder.Write(root.Path, Files);

        Assert.Empty(WorkflowFolder.Drift(root.Path, Files));
    }

    [Fact]
    public void A_difference_is_shown_with_the_lines_around_it()
    {
        using var root = new TemporaryFolder();
        WorkflowFolder.Write(
            root.Path,
            new Dictionary<string, string>
            {
                [Files.Keys.Single()] = Files.Values.Single().Replace("c\n", "x\ny\n", StringComparison.Ordinal),
            }
        );

        var drift = WorkflowFolder.Drift(root.Path, Files);

        Assert.Equal(
            [
                "--- .github/workflows/one.yml (there)",
                "+++ .github/workflows/one.yml (generated)",
                "@@ line 5 @@",
                " a",
                " b",
                "-x",
                "-y",
                "+c",
                " d",
                " e",
            ],
            drift
        );
    }

    [Fact]
    public void Carriage_returns_are_seen()
    {
        using var root = new TemporaryFolder();
        WorkflowFolder.Write(
            root.Path,
            new Dictionary<string, string> { [Files.Keys.Single()] = Files.Values.Single().ReplaceLineEndings("\r\n") }
        );

        var drift = WorkflowFolder.Drift(root.Path, Files);

        Assert.Contains("-c\\r", drift);
    }

    [Fact]
    public void A_missing_file_and_one_that_nothing_generates_any_more_are_named()
    {
        using var root = new TemporaryFolder();
        WorkflowFolder.Write(
            root.Path,
            new Dictionary<string, string>
            {
                ["azure-pipelines-old.yml"] = "# Purpose.\n# Generated from build/Workflows.cs\n",
                ["azure-pipelines-own.yml"] = "# Written by a person.\n",
            }
        );

        var drift = WorkflowFolder.Drift(root.Path, Files);

        Assert.Equal(
            [
                "azure-pipelines-old.yml: is there, but nothing generates it any more: delete it",
                ".github/workflows/one.yml: is missing",
            ],
            drift
        );
    }
}
