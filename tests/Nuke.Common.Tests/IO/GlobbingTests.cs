using Nuke.Common.IO;

namespace NukeCommon.Tests.IO;

public sealed class GlobbingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public GlobbingTests()
    {
        foreach (var file in new[] { "a.cs", "b.txt", "src/app/a.cs", "src/app/c1.cs", "src/lib/a.csproj", "x.y/z" })
            (folder.Path / file).WriteAllText("");
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("*.cs", "a.cs")]
    [InlineData("**/*.cs", "a.cs src/app/a.cs src/app/c1.cs")]
    [InlineData("src/**/*.cs", "src/app/a.cs src/app/c1.cs")]
    [InlineData("src/*/a.*", "src/app/a.cs src/lib/a.csproj")]
    [InlineData("src/**", "src/app/a.cs src/app/c1.cs src/lib/a.csproj")]
    [InlineData("**/a.{cs,csproj}", "a.cs src/app/a.cs src/lib/a.csproj")]
    [InlineData("**/c[0-9].cs", "src/app/c1.cs")]
    [InlineData("**/[!a].txt", "b.txt")]
    [InlineData("?.txt", "b.txt")]
    [InlineData("x.y/z", "x.y/z")]
    [InlineData("xzy/z", "")]
    [InlineData("missing/*", "")]
    public void A_pattern_finds_files(string pattern, string expected)
    {
        var files = folder.Path.GlobFiles(pattern).Select(file => (string)folder.Path.GetUnixRelativePathTo(file));

        Assert.Equal(expected, string.Join(' ', files));
    }

    [Fact]
    public void Several_patterns_find_each_file_once()
    {
        var files = folder.Path.GlobFiles("*.cs", "a.*", "*.txt");

        Assert.Equal([folder.Path / "a.cs", folder.Path / "b.txt"], files);
    }

    [Fact]
    public void Directories_are_found_by_the_same_patterns()
    {
        Assert.Equal([folder.Path / "src" / "app", folder.Path / "src" / "lib"], folder.Path.GlobDirectories("src/*"));
    }

    [Fact]
    public void A_missing_directory_holds_nothing()
    {
        Assert.Empty((folder.Path / "missing").GlobFiles("**/*"));
    }

    [SkippableFact]
    public void A_link_that_leads_back_up_is_not_followed()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a privilege on Windows");
        Directory.CreateSymbolicLink(folder.Path / "src" / "loop", folder.Path);

        Assert.Single(folder.Path.GlobFiles("**/c1.cs"));
    }

    [Fact]
    public void An_empty_pattern_is_refused()
    {
        Assert.Throws<ArgumentException>(() => folder.Path.GlobFiles(""));
    }
}
