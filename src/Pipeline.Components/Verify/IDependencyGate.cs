using Nuke.Common;
using Pipeline.Components.Gates;
using Pipeline.Core.Quality.Dependencies;
using DependencyRule = Pipeline.Core.Quality.Dependencies.DependencyGate;

namespace Pipeline.Components.Verify;

/// <summary>Refuses the build when it depends on what it should not depend on.</summary>
public interface IDependencyGate : IRestoreSolution, IHazGates
{
    /// <summary>Which packages may be depended on.</summary>
    DependencyPolicy DependencyPolicy { get; }

    /// <summary>Whether it is an error that nobody knows which packages are vulnerable.</summary>
    [Parameter(
        "Refuses the build when no package source has audit data; without it the gate says that vulnerabilities are unknown"
    )]
    bool RequireAudit => TryGetValue<bool?>(() => RequireAudit) ?? false;

    Target DependencyGate =>
        _ =>
            _.Description("Packages must have no known vulnerability, an allowed licence, and be locked")
                .DependsOn(Restore)
                .Produces(GateResultDirectory / "dependencies.json")
                .Executes(async () =>
                    Conclude(
                        DependencyRule.Check(
                            await DependencyFiles.ReadAsync(
                                Solution.AllProjects.Select(project => project.Directory.ToString()),
                                RunState.Of(this).Signals.Token
                            ),
                            DependencyPolicy
                        )
                    )
                );
}
