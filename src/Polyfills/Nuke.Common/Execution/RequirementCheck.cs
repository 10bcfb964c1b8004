using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Tooling;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>Checks before the first target runs that everything is there that the scheduled targets need.</summary>
internal sealed class RequirementCheck(INukeBuild build, BuildMembers members)
{
    private readonly List<string> problems = [];

    /// <summary>A <see cref="BuildFailure" /> that lists everything that is missing.</summary>
    public void Run(IEnumerable<ExecutableTarget> plan)
    {
        foreach (var member in members.OfClasses.Concat(members.OfComponents))
        {
            if (member.IsDefined(typeof(RequiredAttribute)) && IsMissing(ExpressionValue.Of(member, build)))
                problems.Add($"{Describe(member)} is required.");
        }

        foreach (var attribute in build.GetType().GetCustomAttributes<RequiresAttribute>())
            Check(build.GetType().Name, attribute.GetRequirement());
        foreach (var target in plan.Where(x => x.Status == ExecutionStatus.Scheduled))
            Check(target);

        if (problems.Count > 0)
            throw new BuildFailure(string.Join(Environment.NewLine, problems.Distinct()));
    }

    private void Check(ExecutableTarget target)
    {
        foreach (var requirement in target.DelegateRequirements)
        {
            var value = ExpressionValue.Of(requirement.Body);
            if (requirement.ReturnType == typeof(bool))
            {
                if (value is false)
                    problems.Add($"Target {target.Name} requires {Text(requirement)}, which is false.");
            }
            else if (IsMissing(value))
            {
                var member = ExpressionValue.MemberOf(requirement);
                problems.Add(
                    $"Target {target.Name} requires {(member == null ? Text(requirement) : Describe(member))}."
                );
            }
        }

        foreach (var requirement in target.ToolRequirements)
            Check($"Target {target.Name}", requirement);
    }

    private void Check(string who, ToolRequirement requirement)
    {
        if (
            requirement is PathToolRequirement { PathExecutable: var name }
            && ToolPathResolver.TryGetPathExecutable(name) == null
        )
            problems.Add(
                $"{who} requires {name}, which is not on the PATH: install it, or add its folder to the PATH."
            );
    }

    private static bool IsMissing(object value) =>
        value is null || (value is string text && string.IsNullOrWhiteSpace(text));

    private static string Describe(MemberInfo member)
    {
        if (member.GetCustomAttribute<ParameterAttribute>() is not { } attribute)
            return $"a value for {BuildMembers.NameOf(member)} of {member.DeclaringType!.Name}";

        var parameter = new BuildParameter(member, attribute);
        return $"a value for parameter {parameter.Option} ({ValueConversion.Expected(parameter.Type)})";
    }

    // value(Build).Force AndAlso ... reads better without the object that every member belongs to.
    private static string Text(LambdaExpression requirement)
    {
        var text = requirement.Body.ToString().Replace(" AndAlso ", " && ").Replace(" OrElse ", " || ");
        for (int start; (start = text.IndexOf("value(", StringComparison.Ordinal)) >= 0; )
            text = text.Remove(start, text.IndexOf(").", start, StringComparison.Ordinal) + 2 - start);
        return text;
    }
}
