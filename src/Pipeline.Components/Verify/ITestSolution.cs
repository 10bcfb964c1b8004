using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Pipeline.Components.Records;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Pipeline.Components.Verify;

/// <summary>Runs the tests, fast ones and slow ones apart, and collects their coverage.</summary>
public interface ITestSolution : ICompileSolution
{
    /// <summary>Results and coverage, one folder per test project.</summary>
    AbsolutePath TestResultDirectory => ArtifactsDirectory / "test-results";

    /// <summary>Every project whose name ends in <c>.Tests</c>, except those that run the whole build.</summary>
    IEnumerable<Project> TestProjects =>
        Solution
            .AllProjects.Where(project => project.Name.EndsWith(".Tests", StringComparison.Ordinal))
            .Except(EndToEndProjects);

    /// <summary>Projects whose tests run the whole build.</summary>
    IEnumerable<Project> EndToEndProjects => Solution.AllProjects.Where(project => project.Name == "EndToEnd.Tests");

    Target Test =>
        _ =>
            _.Description("Runs every test project, without slow tests, and collects coverage")
                .DependsOn(Compile)
                .Produces(
                    TestResultDirectory / "*" / "*.trx",
                    TestResultDirectory / "*" / "*" / "coverage.cobertura.xml"
                )
                .Executes(() =>
                    DoOnce(
                        nameof(Test),
                        TargetInputs.Solution with
                        {
                            Parameters = [Configuration],
                            Products = ["artifacts/test-results"],
                        },
                        () =>
                        {
                            RunTests(
                                TestProjects,
                                TestResultDirectory,
                                _ =>
                                    _.SetFilter("Category!=Slow")
                                        .SetDataCollector("XPlat Code Coverage")
                                        .SetProcessLogger(TestOutput.Print)
                            );
                            CoverageFiles.MakePortable(RootDirectory, TestResultDirectory);
                        }
                    )
                );

    Target EndToEnd =>
        _ =>
            _.Description("Runs the slow tests and those that run the whole build in a fresh clone")
                .DependsOn(Test)
                .Produces(ArtifactsDirectory / "end-to-end" / "*" / "*.trx")
                .Executes(() =>
                {
                    RunTests(
                        TestProjects,
                        ArtifactsDirectory / "slow",
                        _ => _.SetFilter("Category=Slow").SetProcessLogger(TestOutput.Print)
                    );
                    // They take minutes and much of the machine: whoever runs all tests of the solution does not mean them.
                    RunTests(
                        EndToEndProjects,
                        ArtifactsDirectory / "end-to-end",
                        _ =>
                            _.SetProcessEnvironmentVariable("PIPELINE_END_TO_END", "1")
                                .AddLoggers("console;verbosity=normal")
                    );
                });

    /// <summary>Runs test projects that were compiled before, side by side, and reports what they counted.</summary>
    void RunTests(IEnumerable<Project> projects, AbsolutePath results, Configure<DotNetTestSettings> settings)
    {
        results.CreateOrCleanDirectory();
        try
        {
            DotNetTest(
                _ =>
                    _.SetConfiguration(Configuration)
                        .EnableNoBuild()
                        .SetSettingsFile(RootDirectory / "tests" / "tests.runsettings")
                        .Apply(settings)
                        .CombineWith(
                            projects,
                            (_, project) =>
                                _.SetProjectFile(project)
                                    .SetResultsDirectory(results / project.Name)
                                    .AddLoggers($"trx;LogFileName={project.Name}.trx")
                        ),
                degreeOfParallelism: Environment.ProcessorCount,
                completeOnFailure: true
            );
        }
        finally
        {
            var run = TestReport.Read(results);
            TestReport.Print(run);
            ReportSummary(_ => new Dictionary<string, string> { ["Tests"] = TestReport.Counts(run) });
        }
    }
}
