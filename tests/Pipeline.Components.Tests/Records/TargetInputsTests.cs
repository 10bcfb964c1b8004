using Pipeline.Components.Records;

namespace Pipeline.Components.Tests.Records;

public sealed class TargetInputsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public TargetInputsTests()
    {
        folder.Write("build/_build.csproj", "<Project />");
        folder.Write("src/A/A.csproj", "<Project />");
        folder.Write("src/A/A.cs", "class A;");
        folder.Write("src/A/packages.lock.json", "{}");
        folder.Write("tests/A.Tests/A.Tests.csproj", "<Project />");
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("src/A/A.csproj")]
    [InlineData("src/A/packages.lock.json")]
    [InlineData("tests/A.Tests/A.Tests.csproj")]
    [InlineData("Directory.Packages.props")]
    public void A_restore_depends_on_projects_lock_files_and_versions(string file)
    {
        Assert.True(Changes(() => TargetInputs.Projects(folder.Path), file));
    }

    [Fact]
    public void A_restore_does_not_depend_on_sources()
    {
        Assert.False(Changes(() => TargetInputs.Projects(folder.Path), "src/A/A.cs"));
    }

    [Theory]
    [InlineData("src/A/A.cs")]
    [InlineData("build/Build.cs")]
    [InlineData("tests/A.Tests/ATests.cs")]
    [InlineData("global.json")]
    public void A_compilation_depends_on_every_source_and_on_the_SDK_that_is_asked_for(string file)
    {
        Assert.True(Changes(() => TargetInputs.Solution, file));
    }

    [Fact]
    public void A_folder_stands_for_itself_and_for_what_changes_every_compilation()
    {
        Assert.True(Changes(() => TargetInputs.Of("src/A"), "src/A/A.cs"));
        Assert.True(Changes(() => TargetInputs.Of("src/A"), "Directory.Build.props"));
        Assert.False(Changes(() => TargetInputs.Of("src/A"), "tests/A.Tests/ATests.cs"));
    }

    [Fact]
    public void A_parameter_is_an_input()
    {
        var inputs = TargetInputs.Of("src");

        Assert.NotEqual(inputs.Hash(folder.Path), (inputs with { Parameters = ["Release"] }).Hash(folder.Path));
    }

    private bool Changes(Func<TargetInputs> inputs, string file)
    {
        var before = inputs().Hash(folder.Path);
        folder.Write(file, "changed");
        return inputs().Hash(folder.Path) != before;
    }
}
