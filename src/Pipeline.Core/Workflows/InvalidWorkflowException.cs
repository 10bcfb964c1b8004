using System.Collections.Immutable;

namespace Pipeline.Core.Workflows;

/// <summary>A workflow cannot be generated as it is defined.</summary>
/// <param name="workflow">Its name.</param>
/// <param name="problems">Everything that is wrong with it.</param>
public sealed class InvalidWorkflowException(string workflow, ImmutableArray<string> problems)
    : Exception(string.Join('\n', problems.Select(problem => $"workflow {workflow}: {problem}")))
{
    /// <summary>Everything that is wrong with it.</summary>
    public ImmutableArray<string> Problems => problems;
}
