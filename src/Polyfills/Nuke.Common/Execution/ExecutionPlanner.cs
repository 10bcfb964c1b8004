namespace Nuke.Common.Execution;

/// <summary>Decides which targets run, and in which order.</summary>
internal static class ExecutionPlanner
{
    /// <summary>
    /// The invoked targets, everything that they depend on or trigger, and what depends on or triggers that, in an order that keeps
    /// all relations. Where nothing relates two targets, the one declared last comes first, as in Nuke.
    /// </summary>
    public static IReadOnlyList<ExecutableTarget> Plan(
        IReadOnlyList<ExecutableTarget> targets,
        IEnumerable<ExecutableTarget> invoked,
        bool strict = false
    )
    {
        var scheduled = Closure(invoked);
        var dependents = targets.ToDictionary(x => x, _ => 0);
        foreach (var dependency in targets.SelectMany(x => x.AllDependencies))
            dependents[dependency]++;

        var remaining = targets.ToList();
        var reversed = new List<ExecutableTarget>();
        while (remaining.Count > 0)
        {
            // From the last to the first: what nothing that remains has to wait for.
            var free = remaining.FindAll(x => dependents[x] == 0);
            if (free.Count == 0)
                throw new BuildFailure($"Targets depend on each other in a circle: {Cycle(remaining)}.");
            if (strict && free.FindAll(scheduled.Contains) is { Count: > 1 } tied)
                throw new BuildFailure($"--strict: nothing declares the order of {string.Join(" and ", tied)}.");

            var next = free[0];
            remaining.Remove(next);
            foreach (var dependency in next.AllDependencies)
                dependents[dependency]--;
            if (scheduled.Contains(next))
                reversed.Add(next);
        }

        reversed.Reverse();
        return reversed;
    }

    private static HashSet<ExecutableTarget> Closure(IEnumerable<ExecutableTarget> invoked)
    {
        var scheduled = new HashSet<ExecutableTarget>();
        var pending = new Stack<ExecutableTarget>(invoked);
        while (pending.TryPop(out var target))
        {
            if (!scheduled.Add(target))
                continue;
            foreach (var other in target.ExecutionDependencies.Concat(target.Triggers))
                pending.Push(other);
        }

        return scheduled;
    }

    private static string Cycle(List<ExecutableTarget> targets)
    {
        // Something that remains waits for each of them, so following that must come back to where it was.
        var path = new List<ExecutableTarget>();
        var current = targets[0];
        while (!path.Contains(current))
        {
            path.Insert(0, current);
            current = targets.First(x => x.AllDependencies.Contains(current));
        }

        return string.Join(" -> ", path.Take(path.IndexOf(current) + 1).Prepend(current));
    }
}
