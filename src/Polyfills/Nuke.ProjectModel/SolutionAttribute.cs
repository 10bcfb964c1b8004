using System.Reflection;

namespace Nuke.Common.ProjectModel;

/// <summary>
/// Gives a member the solution that the attribute names; otherwise the parameter of the member's name does, on the
/// command line, in the environment or in <c>.nuke/parameters.json</c>. Paths count from the root directory.
/// </summary>
public class SolutionAttribute(string relativePath)
    : ParameterAttribute("Path to a solution file that is automatically loaded.")
{
    public SolutionAttribute()
        : this(relativePath: null) { }

    public override bool List { get; set; }

    public override object GetValue(MemberInfo member, object instance) =>
        relativePath is null
            ? base.GetValue(member, instance)
            : (NukeBuild.RootDirectory / relativePath).ReadSolution();
}
