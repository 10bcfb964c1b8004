using System.Collections.Immutable;

namespace Pipeline.Core.Workflows.Definitions;

/// <summary>What a person who starts a workflow is asked for. It reaches the targets as an environment variable.</summary>
/// <param name="Variable">The environment variable: upper-case letters, digits and underscores.</param>
/// <param name="Description">The question.</param>
public abstract record WorkflowInput(string Variable, string Description)
{
    /// <summary>The name of the input: <c>PIPELINE_CONTEXT</c> is <c>pipeline-context</c>.</summary>
    public string Name => Variable.ToLowerInvariant().Replace('_', '-');

    /// <summary>Any text, possibly none.</summary>
    public sealed record Text(string Variable, string Description) : WorkflowInput(Variable, Description);

    /// <summary>Yes or no; no unless asked for.</summary>
    public sealed record Flag(string Variable, string Description) : WorkflowInput(Variable, Description);

    /// <summary>One of several; the first unless asked for.</summary>
    public sealed record Choice(string Variable, string Description, ImmutableArray<string> Options)
        : WorkflowInput(Variable, Description);
}
