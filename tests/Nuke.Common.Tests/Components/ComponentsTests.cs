using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Components;
using NukeCommon.Tests.Engine;

namespace NukeCommon.Tests.Components;

public sealed class ComponentsTests : EngineTest
{
    private const string SolutionText = """
        Microsoft Visual Studio Solution File, Format Version 12.00
        Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "App", "src\App\App.csproj", "{00000000-0000-0000-0000-000000000003}"
        EndProject
        Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "App.Tests", "tests\App.Tests\App.Tests.csproj", "{00000000-0000-0000-0000-000000000005}"
        EndProject
        """;

    public ComponentsTests()
    {
        (Root / "All.sln").WriteAllText(SolutionText);
        (Root / ".nuke" / "parameters.json").WriteAllText("""{ "Solution": "All.sln" }""");
        Script("dotnet", "echo \"dotnet $@\"");
    }

    [Fact]
    public void Restore_compile_and_test_run_on_the_solution()
    {
        var run = Run<Build>(x => ((ITest)x).Test, "--configuration", "Release");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"dotnet restore {Root}/All.sln --ignore-failed-sources", Commands(run));
        Assert.Contains($"dotnet build {Root}/All.sln --configuration Release --no-restore --nologo", Commands(run));
        Assert.Contains(
            $"dotnet test {Root}/tests/App.Tests/App.Tests.csproj --configuration Release --no-build "
                + $"--results-directory {Root}/artifacts/test-results --logger trx;LogFileName=App.Tests.trx",
            Commands(run)
        );
    }

    [Fact]
    public void What_is_skipped_is_not_taken_for_done()
    {
        var run = Run<Build>(x => ((ITest)x).Test, "--skip");

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("--no-build", run.Output);
        Assert.Contains("--configuration Debug", run.Output);
    }

    [Fact]
    public void The_results_are_counted_into_the_summary()
    {
        const string Results = """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
              <UnitTestResult outcome="Passed" /><UnitTestResult outcome="Passed" /><UnitTestResult outcome="NotExecuted" />
            </Results></TestRun>
            """;
        (Root / "artifacts" / "test-results" / "App.Tests.trx").WriteAllText(Results);

        var run = Run<Build>(x => ((ITest)x).Test);

        Assert.Contains("Passed: 2", run.Output);
        Assert.Contains("Skipped: 1", run.Output);
        Assert.DoesNotContain("Failed: ", run.Output);
    }

    [Fact]
    public void Failed_tests_fail_the_build_and_are_counted()
    {
        Script("dotnet", "case $1 in test) exit 1;; esac");
        (Root / "artifacts" / "test-results" / "App.Tests.trx").WriteAllText(
            "<TestRun><UnitTestResult outcome=\"Failed\" /></TestRun>"
        );

        var run = Run<Build>(x => ((ITest)x).Test);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("Failed: 1", run.Output);
    }

    [Fact]
    public void A_server_builds_release_for_continuous_integration()
    {
        Variables["GITHUB_ACTIONS"] = "true";

        var run = Run<Build>(x => ((ICompile)x).Compile);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("--configuration Release -property:ContinuousIntegrationBuild=true", run.Output);
    }

    [Fact]
    public void Without_a_solution_the_build_does_not_start()
    {
        (Root / ".nuke" / "parameters.json").DeleteFile();

        var run = Run<Build>(x => ((IRestore)x).Restore);

        Assert.NotEqual(0, run.ExitCode);
        Assert.DoesNotContain("dotnet restore", run.Output);
        Assert.Contains("Solution", run.Output);
    }

    [Fact]
    public void A_solution_that_does_not_exist_is_named()
    {
        var run = Run<Build>(x => ((IRestore)x).Restore, "--solution", "Missing.sln");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("Missing.sln", run.Output);
    }

    [Fact]
    public void Members_of_a_build_take_solution_and_repository()
    {
        (Root / ".git").CreateDirectory();
        (Root / ".git" / "HEAD").WriteAllText("ref: refs/heads/main");

        var run = Run<InjectedBuild>(x => x.Show);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("2 projects on main, changelog CHANGELOG.md, reports artifacts/reports", run.Output);
    }

    [Fact]
    public void A_detached_head_takes_its_branch_from_the_server()
    {
        (Root / ".git").CreateDirectory();
        (Root / ".git" / "HEAD").WriteAllText("0123456789012345678901234567890123456789");
        Variables["GITHUB_ACTIONS"] = "true";
        Variables["GITHUB_REF"] = "refs/heads/release/1.0";

        var run = Run<InjectedBuild>(x => x.Show);

        Assert.Contains("2 projects on release/1.0", run.Output);
    }

    private static string Commands(EngineRun run) => string.Join('\n', run.Lines);

    private void Script(string name, string body)
    {
        var script = (Root / name).WriteAllText($"#!/bin/sh\n{body}");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private sealed class Build : NukeBuild, ITest
    {
        IEnumerable<Project> ITest.TestProjects => ((IHazSolution)this).Solution.GetAllProjects("*.Tests");

        bool IRestore.IgnoreFailedSources => true;

        Configure<DotNetRestoreSettings> IRestore.RestoreSettings =>
            o => o.SetProcessToolPath(RootDirectory / "dotnet");

        Configure<DotNetBuildSettings> ICompile.CompileSettings =>
            o => o.SetProcessToolPath(RootDirectory / "dotnet").EnableNoLogo();

        Configure<DotNetTestSettings> ITest.TestSettings => o => o.SetProcessToolPath(RootDirectory / "dotnet");
    }

    private sealed class InjectedBuild : NukeBuild, IHazGitRepository, IHazChangelog, IHazReports
    {
        [Solution("All.sln")]
        private readonly Solution solution = null!;

        public Target Show =>
            _ =>
                _.Executes(() =>
                    Serilog.Log.Information(
                        "{Text:l}",
                        $"{solution.AllProjects.Count} projects on {((IHazGitRepository)this).GitRepository.Branch}, "
                            + $"changelog {RootDirectory.GetUnixRelativePathTo(((IHazChangelog)this).ChangelogFile)}, "
                            + $"reports {RootDirectory.GetUnixRelativePathTo(((IHazReports)this).ReportDirectory)}"
                    )
                );
    }
}
