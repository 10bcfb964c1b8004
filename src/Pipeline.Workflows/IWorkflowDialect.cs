using Pipeline.Core.Workflows.Jobs;

namespace Pipeline.Workflows;

/// <summary>How one provider wants workflows written down.</summary>
public interface IWorkflowDialect
{
    /// <summary>The provider.</summary>
    string Provider { get; }

    /// <summary>What the provider cannot express and what would therefore mean something else there; empty if all is well.</summary>
    IEnumerable<string> Problems(WorkflowPlan plan);

    /// <summary>The file of a workflow, relative to the root, with forward slashes.</summary>
    string PathOf(string workflow);

    /// <summary>The content of the file of a workflow.</summary>
    string Write(WorkflowPlan plan);

    /// <summary>Files that the workflows share, by path relative to the root.</summary>
    IEnumerable<KeyValuePair<string, string>> Shared(IReadOnlyList<WorkflowPlan> plans);
}
