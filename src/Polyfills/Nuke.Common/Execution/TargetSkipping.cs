using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>Decides before the first target runs which targets are left out.</summary>
internal static class TargetSkipping
{
    /// <summary>Leaves out what <c>--skip</c> names.</summary>
    public static void ByParameter(IReadOnlyList<ExecutableTarget> plan, InvokedTargets request)
    {
        if (request.Skipped == null)
            return;

        foreach (var target in plan)
        {
            if (request.Skipped.Count == 0 ? !target.Invoked : request.Skipped.Contains(target))
                Skip(plan, target, "via parameter");
        }
    }

    /// <summary>
    /// Leaves out what has a static condition that is false. A condition that throws fails the run; in a plan that is only shown it is a
    /// remark on its target.
    /// </summary>
    public static void ByStaticConditions(IReadOnlyList<ExecutableTarget> plan, bool isOnlyShown)
    {
        foreach (var target in plan)
        {
            try
            {
                ByStaticConditions(plan, target);
            }
            catch (Exception exception) when (isOnlyShown)
            {
                target.Remark("condition fails", exception);
            }
        }
    }

    private static void ByStaticConditions(IReadOnlyList<ExecutableTarget> plan, ExecutableTarget target)
    {
        if (target.Status != ExecutionStatus.Scheduled || FalseConditions(target.StaticConditions) is not { } condition)
            return;

        target.OnlyWhen = condition;
        Skip(plan, target, reason: null);
    }

    /// <summary>The texts of the conditions that are false, or null where all hold.</summary>
    public static string FalseConditions(IEnumerable<(string Text, Func<bool> Holds)> conditions)
    {
        var texts = conditions.Where(x => !x.Holds()).Select(x => x.Text).ToList();
        return texts.Count == 0 ? null : string.Join(" && ", texts);
    }

    private static void Skip(IReadOnlyList<ExecutableTarget> plan, ExecutableTarget target, string reason)
    {
        if (target.Status != ExecutionStatus.Scheduled)
            return;

        target.Status = ExecutionStatus.Skipped;
        target.Skipped = reason;
        if (target.DependencyBehavior == DependencyBehavior.Execute)
            return;

        foreach (var other in target.ExecutionDependencies.Concat(target.Triggers))
        {
            if (!other.Invoked && !IsNeeded(plan, other))
                Skip(plan, other, $"because of {target.Name}");
        }
    }

    private static bool IsNeeded(IReadOnlyList<ExecutableTarget> plan, ExecutableTarget target) =>
        plan.Any(x =>
            x.Status == ExecutionStatus.Scheduled
            && (x.ExecutionDependencies.Contains(target) || x.Triggers.Contains(target))
        );
}
