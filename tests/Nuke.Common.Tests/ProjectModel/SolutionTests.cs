using System.ComponentModel;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;

namespace NukeCommon.Tests.ProjectModel;

public sealed class SolutionTests : IDisposable
{
    private const string Text = """

        Microsoft Visual Studio Solution File, Format Version 12.00
        # Visual Studio Version 17
        Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "_build", "build\_build.csproj", "{00000000-0000-0000-0000-000000000001}"
        EndProject
        Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "src", "src", "{00000000-0000-0000-0000-000000000002}"
        EndProject
        Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "App", "src\App\App.csproj", "{00000000-0000-0000-0000-000000000003}"
        EndProject
        Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "inner", "inner", "{00000000-0000-0000-0000-000000000004}"
        EndProject
        Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "App.Tests", "tests\App.Tests\App.Tests.csproj", "{00000000-0000-0000-0000-000000000005}"
        	ProjectSection(ProjectDependencies) = postProject
        	EndProjectSection
        EndProject
        Global
        	GlobalSection(NestedProjects) = preSolution
        		{00000000-0000-0000-0000-000000000003} = {00000000-0000-0000-0000-000000000002}
        		{00000000-0000-0000-0000-000000000004} = {00000000-0000-0000-0000-000000000002}
        		{00000000-0000-0000-0000-000000000005} = {00000000-0000-0000-0000-000000000004}
        	EndGlobalSection
        EndGlobal
        """;

    private readonly TemporaryFolder folder = new();

    private AbsolutePath File => folder.Path / "All.sln";

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void All_projects_are_read_in_the_order_of_the_file(string lineBreak)
    {
        var solution = File.WriteAllText(Text.ReplaceLineEndings(lineBreak)).ReadSolution();

        Assert.Equal(["_build", "App", "App.Tests"], solution.AllProjects.Select(project => project.Name));
        Assert.Equal(["src", "inner"], solution.AllSolutionFolders.Select(project => project.Name));
    }

    [Fact]
    public void A_solution_stands_for_its_file()
    {
        var solution = File.WriteAllText(Text).ReadSolution();

        Assert.Equal(File, (AbsolutePath)solution);
        Assert.Equal(File, (string)solution);
        Assert.Equal("All", solution.Name);
        Assert.Equal("All.sln", solution.FileName);
        Assert.Equal(folder.Path, solution.Directory);
        Assert.Equal(File, solution.ToString());
    }

    [Fact]
    public void A_project_stands_for_its_file()
    {
        var project = File.WriteAllText(Text).ReadSolution().AllProjects.Single(project => project.Name == "App");

        Assert.Equal(folder.Path / "src" / "App" / "App.csproj", (AbsolutePath)project);
        Assert.Equal(project.Path, (string)project);
        Assert.Equal("App.csproj", project.FileName);
        Assert.Equal(folder.Path / "src" / "App", project.Directory);
        Assert.Equal(@"src\App\App.csproj", project.RelativePath);
        Assert.Equal("App", project.ToString());
        Assert.Equal(File, project.Solution.Path);
    }

    [Fact]
    public void Containers_hold_what_lies_directly_inside()
    {
        var solution = File.WriteAllText(Text).ReadSolution();
        var src = solution.GetSolutionFolder("src");

        Assert.Equal("_build", solution.GetProject("_build").Name);
        Assert.Null(solution.GetProject("App"));
        Assert.Equal("App", src.GetProject("App").Name);
        Assert.Same(solution, src.Parent);
        Assert.Same(src, src.SolutionFolders.Single().Parent);
        Assert.Equal(["App.Tests"], src.GetSolutionFolder("inner").Projects.Select(project => project.Name));
        Assert.Null(((IProjectContainer)solution).Parent);
    }

    [Fact]
    public void Projects_are_found_by_a_pattern_of_their_names()
    {
        var solution = File.WriteAllText(Text).ReadSolution();

        Assert.Equal(["App.Tests"], solution.GetAllProjects("*.Tests").Select(project => project.Name));
        Assert.Equal(3, solution.GetAllProjects("*").Count());
    }

    [Fact]
    public void A_parameter_converts_to_a_solution()
    {
        File.WriteAllText(Text);

        var solution = (Solution)TypeDescriptor.GetConverter(typeof(Solution)).ConvertFromString(File)!;

        Assert.Equal(3, solution.AllProjects.Count);
    }

    [Fact]
    public void A_missing_file_and_another_format_are_named()
    {
        Assert.Contains(
            $"Expected a solution file at {File}",
            Assert.Throws<ArgumentException>(() => File.ReadSolution()).Message
        );

        File.WriteAllText("<Solution />");

        Assert.Contains(
            $"{File}: expected a solution in .sln format",
            Assert.Throws<ArgumentException>(() => File.ReadSolution()).Message
        );
    }
}
