using Nuke.Common;
using Pipeline.Components.Gates;
using Pipeline.Core;
using CoverageRule = Pipeline.Core.Quality.CoverageGate;

namespace Pipeline.Components.Verify;

/// <summary>Refuses the build when line coverage of the merged report is under the limit.</summary>
public interface ICoverageGate : ITestSolution, IHazGates
{
    /// <summary>Line coverage of everything under <c>src</c> that the build must reach.</summary>
    Percent CoverageLimit => Percent.Of(80);

    Target CoverageGate =>
        _ =>
            _.Description("Line coverage must reach the limit")
                .DependsOn(Test)
                .Consumes(Test)
                .Produces(GateResultDirectory / "coverage.json")
                .Executes(() =>
                    Conclude(CoverageRule.Check(CoverageFiles.Read(RootDirectory, TestResultDirectory), CoverageLimit))
                );
}
