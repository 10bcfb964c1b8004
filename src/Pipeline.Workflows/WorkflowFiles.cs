using System.Collections.Immutable;
using Pipeline.Core.Workflows;
using Pipeline.Core.Workflows.Definitions;
using Pipeline.Core.Workflows.Targets;

namespace Pipeline.Workflows;

/// <summary>All files that follow from the workflows of a build.</summary>
public static class WorkflowFiles
{
    /// <summary>Their content by path relative to the root, with forward slashes.</summary>
    /// <exception cref="InvalidWorkflowException">A workflow cannot be carried out, or a provider cannot express it.</exception>
    public static ImmutableSortedDictionary<string, string> Of(
        IEnumerable<WorkflowDefinition> definitions,
        TargetGraph graph,
        IReadOnlyList<IWorkflowDialect> dialects
    )
    {
        var plans = definitions.Select(definition => WorkflowPlanner.Plan(definition, graph)).ToList();
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var dialect in dialects)
        {
            foreach (var plan in plans)
            {
                var problems = dialect
                    .Problems(plan)
                    .Select(problem => $"{dialect.Provider}: {problem}")
                    .ToImmutableArray();
                if (problems is not [])
                    throw new InvalidWorkflowException(plan.Name, problems);
                files.Add(dialect.PathOf(plan.Name), dialect.Write(plan));
            }

            files.AddRange(dialect.Shared(plans));
        }

        return files.ToImmutable();
    }
}
