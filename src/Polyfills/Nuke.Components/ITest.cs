using System.Xml.Linq;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace Nuke.Components;

/// <summary>Runs the tests of the solution.</summary>
public interface ITest : ICompile, IHazArtifacts
{
    AbsolutePath TestResultDirectory => ArtifactsDirectory / "test-results";

    int TestDegreeOfParallelism => 1;

    Target Test =>
        _ =>
            _.Description("Runs the tests of the solution")
                .DependsOn(Compile)
                .Produces(TestResultDirectory / "*.trx", TestResultDirectory / "*.xml")
                .Executes(() =>
                {
                    try
                    {
                        DotNetTest(
                            _ =>
                                _.Apply(TestSettingsBase)
                                    .Apply(TestSettings)
                                    .CombineWith(
                                        TestProjects,
                                        (_, project) =>
                                            _.Apply(TestProjectSettingsBase, project)
                                                .Apply(TestProjectSettings, project)
                                    ),
                            TestDegreeOfParallelism,
                            completeOnFailure: true
                        );
                    }
                    finally
                    {
                        ReportTestResults();
                        ReportTestCount();
                    }
                });

    sealed Configure<DotNetTestSettings> TestSettingsBase =>
        _ =>
            _.SetConfiguration(Configuration)
                .SetNoBuild(SucceededTargets.Contains(Compile))
                .SetResultsDirectory(TestResultDirectory);

    sealed Configure<DotNetTestSettings, Project> TestProjectSettingsBase =>
        (_, project) => _.SetProjectFile(project).AddLoggers($"trx;LogFileName={project.Name}.trx");

    /// <summary>What a build adds to the settings, or changes of them.</summary>
    Configure<DotNetTestSettings> TestSettings => _ => _;

    /// <inheritdoc cref="TestSettings"/>
    Configure<DotNetTestSettings, Project> TestProjectSettings => (settings, _) => settings;

    IEnumerable<Project> TestProjects { get; }

    /// <summary>Hands the results over to the CI service; nothing unless a build does it.</summary>
    void ReportTestResults() { }

    /// <summary>Counts the results into the summary of the build.</summary>
    void ReportTestCount()
    {
        var outcomes = TestResultDirectory
            .GlobFiles("*.trx")
            .SelectMany(file => XDocument.Load(file).Descendants())
            .Where(element => element.Name.LocalName == "UnitTestResult")
            .Select(element => (string)element.Attribute("outcome"))
            .ToLookup(outcome =>
                outcome switch
                {
                    "Passed" or "Failed" => outcome,
                    _ => "Skipped",
                }
            );

        ReportSummary(summary =>
        {
            foreach (var outcome in new[] { "Failed", "Passed", "Skipped" })
            {
                if (outcomes[outcome].Any())
                    summary[outcome] = outcomes[outcome].Count().ToString();
            }

            return summary;
        });
    }
}
