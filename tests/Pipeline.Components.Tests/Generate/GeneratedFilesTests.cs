using Pipeline.Components.Generate;

namespace Pipeline.Components.Tests.Generate;

public sealed class GeneratedFilesTests : IDisposable
{
    private static readonly Dictionary<string, string> Files = new()
    {
        ["production/service.yaml"] = "kind: Service\nname: a\n",
        ["staging/service.yaml"] = "kind: Service\n",
    };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_was_just_written_does_not_drift()
    {
        GeneratedFiles.Write(folder.Path, Files);

        Assert.Empty(GeneratedFiles.Drift(folder.Path, Files));
    }

    [Fact]
    public void A_changed_line_is_shown_with_its_number()
    {
        GeneratedFiles.Write(folder.Path, Files);
        folder.Write("production/service.yaml", "kind: Service\nname: b\n");

        var drift = Assert.Single(GeneratedFiles.Drift(folder.Path, Files));

        Assert.Equal("production/service.yaml:2: is 'name: b', generated 'name: a'", drift);
    }

    [Fact]
    public void Missing_and_left_over_files_are_named()
    {
        GeneratedFiles.Write(folder.Path, Files);
        File.Delete(Path.Combine(folder.Path, "staging/service.yaml"));
        folder.Write("old/service.yaml", "kind: Service\n");

        var drift = GeneratedFiles.Drift(folder.Path, Files);

        Assert.Equal(
            ["old/service.yaml: is there, but nothing generates it", "staging/service.yaml: is missing"],
            drift
        );
    }

    [Fact]
    public void Writing_removes_files_that_nothing_generates_any_more_and_leaves_other_kinds_alone()
    {
        folder.Write("old/service.yaml", "kind: Service\n");
        folder.Write("README.md", "# Manifests\n");

        GeneratedFiles.Write(folder.Path, Files);

        Assert.False(File.Exists(Path.Combine(folder.Path, "old/service.yaml")));
        Assert.True(File.Exists(Path.Combine(folder.Path, "README.md")));
    }
}
