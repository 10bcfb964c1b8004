namespace Nuke.Common.Execution;

/// <summary>Prints the plan of a run as a tree of the invoked targets, each target with its place in the order.</summary>
internal sealed class PlanTree(IReadOnlyList<ExecutableTarget> plan, TextWriter output)
{
    private readonly HashSet<ExecutableTarget> shown = [];

    public void Write()
    {
        var count = plan.Count == 1 ? "1 target" : $"{plan.Count} targets";
        output.WriteLine($"Plan of {count}; the numbers are the order in which they run.");
        output.WriteLine();
        foreach (var target in plan.Where(x => x.Invoked))
            Write(target, "", "", relation: "");
    }

    private void Write(ExecutableTarget target, string first, string rest, string relation)
    {
        var children = Children(target).ToList();
        var seen = !shown.Add(target) && children.Count > 0;
        var place = plan.ToList().IndexOf(target) + 1;
        output.WriteLine($"{first}{place}. {target.Name}{relation}{Remark(target)}{(seen ? " (see above)" : "")}");
        if (seen)
            return;

        for (var i = 0; i < children.Count; i++)
        {
            var last = i == children.Count - 1;
            Write(
                children[i],
                rest + (last ? "└── " : "├── "),
                rest + (last ? "    " : "│   "),
                target.Triggers.Contains(children[i]) ? " (triggered)" : ""
            );
        }
    }

    private IEnumerable<ExecutableTarget> Children(ExecutableTarget target) =>
        target
            .ExecutionDependencies.Concat(target.Triggers)
            .Distinct()
            .Where(plan.Contains)
            .OrderBy(x => plan.ToList().IndexOf(x));

    private static string Remark(ExecutableTarget target) =>
        target.Status != ExecutionStatus.Skipped
            ? string.Concat(target.SummaryInformation.Select(x => $" ({x.Key}: {x.Value})"))
        : target.OnlyWhen != null ? $" (skipped: {target.OnlyWhen} is false)"
        : $" (skipped: {target.Skipped})";
}
