using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common;
using Nuke.Common.Execution;
using Pipeline.Components.Deliver;
using Pipeline.Components.Verify;
using Pipeline.Core.Environments;
using Pipeline.Core.Workflows.Targets;

namespace Pipeline.Components.Workflows;

/// <summary>Describes the targets of a build without the engine that they come from.</summary>
/// <param name="root">The root folder of the build.</param>
/// <param name="service">What is delivered, and where to.</param>
internal sealed class TargetGraphReader(string root, ServiceDefinition service)
{
    /// <summary>The targets with all that they are related to, by name.</summary>
    public TargetGraph Read(IEnumerable<ExecutableTarget> targets)
    {
        var all = new HashSet<ExecutableTarget>();
        var pending = new Stack<ExecutableTarget>(targets);
        while (pending.TryPop(out var target))
        {
            if (!all.Add(target))
                continue;
            foreach (
                var related in target
                    .ExecutionDependencies.Concat(target.Triggers)
                    .Concat(target.ArtifactDependencies.Select(consumed => consumed.Key))
            )
                pending.Push(related);
        }

        return new TargetGraph([.. all.OrderBy(target => target.Name, StringComparer.Ordinal).Select(Node)]);
    }

    private TargetNode Node(ExecutableTarget target) =>
        new()
        {
            Name = target.Name,
            DependsOn = Names(target.ExecutionDependencies),
            After = Names(target.OrderDependencies),
            Triggers = Names(target.Triggers),
            Produces = Patterns(target.ArtifactProducts),
            Consumes =
            [
                .. target
                    .ArtifactDependencies.Select(consumed => new Consumption(consumed.Key.Name, Patterns(consumed)))
                    .OrderBy(consumption => consumption.Producer, StringComparer.Ordinal),
            ],
            Secrets = [.. target.DelegateRequirements.Select(SecretOf).OfType<string>().Distinct()],
            PreparesMachine =
                target.Member.DeclaringType == typeof(IRestoreSolution)
                || target.Member.DeclaringType == typeof(ICompileSolution),
            DeliversTo = typeof(IDeploy).IsAssignableFrom(target.Member.DeclaringType)
                ? service.Environments.FirstOrDefault(environment => IsDelivery(target, environment))?.Name
                : null,
        };

    private static bool IsDelivery(ExecutableTarget target, DeliveryEnvironment environment) =>
        target.Name.Equals($"Deploy{environment.Name}", StringComparison.OrdinalIgnoreCase);

    // Requires(() => Token): a parameter of the build, through whatever converts it.
    private static string? SecretOf(LambdaExpression requirement)
    {
        var expression = requirement.Body is UnaryExpression converted ? converted.Operand : requirement.Body;
        return
            expression is MemberExpression { Member: var member }
            && member.GetCustomAttribute<SecretAttribute>() is not null
            ? member.Name
            : null;
    }

    private static ImmutableArray<string> Names(IEnumerable<ExecutableTarget> targets) =>
        [.. targets.Select(target => target.Name).Distinct().Order(StringComparer.Ordinal)];

    private ImmutableArray<string> Patterns(IEnumerable<string> paths) =>
        [
            .. paths
                .Select(path => Path.IsPathRooted(path) ? Path.GetRelativePath(root, path) : path)
                .Select(path => path.Replace('\\', '/')),
        ];
}
