using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;
using Pipeline.Core.Workflows.Definitions;
using Pipeline.Workflows;

namespace Pipeline.Components.Workflows;

/// <summary>Writes a workflow of an <see cref="IGenerateWorkflows"/> build, for each provider, when the build changed on a local machine.</summary>
/// <param name="name">Name of the workflow, in upper or lower case.</param>
public sealed class WorkflowAttribute(string name) : ConfigurationAttributeBase
{
    /// <inheritdoc/>
    public override string IdPostfix => name;

    /// <summary>A person's machine: what is generated serves several providers.</summary>
    public override Type HostType => typeof(Terminal);

    /// <inheritdoc/>
    public override AbsolutePath ConfigurationFile => GeneratedFiles.First();

    /// <inheritdoc/>
    public override IEnumerable<AbsolutePath> GeneratedFiles =>
        Generator.Dialects.Select(dialect => Build.RootDirectory / dialect.PathOf(Definition.Name));

    /// <summary>Those of all workflows, as some files tell of all.</summary>
    public override IEnumerable<string> RelevantTargetNames =>
        Generator.Workflows.SelectMany(workflow => workflow.Stages).SelectMany(stage => stage.Targets).Distinct();

    /// <inheritdoc/>
    public override IEnumerable<string> IrrelevantTargetNames => [];

    private IGenerateWorkflows Generator =>
        Build as IGenerateWorkflows
        ?? throw new InvalidOperationException(
            $"[Workflow(\"{name}\")]: {Build.GetType().Name} has no workflows; expected it to be an {nameof(IGenerateWorkflows)}"
        );

    private WorkflowDefinition Definition =>
        Generator.Workflows.FirstOrDefault(workflow => workflow.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new InvalidOperationException(
            $"[Workflow(\"{name}\")]: expected one of {string.Join(", ", Generator.Workflows.Select(workflow => workflow.Name))}"
        );

    /// <inheritdoc/>
    public override CustomFileWriter CreateWriter(StreamWriter streamWriter) => new(streamWriter, 2, "#");

    /// <inheritdoc/>
    public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets)
    {
        var graph = new TargetGraphReader(Build.RootDirectory, Generator.Service).Read(relevantTargets);
        var files = WorkflowFiles.Of(Generator.Workflows, graph, Generator.Dialects);
        var others = Generator.Workflows.Where(workflow => workflow != Definition);
        return new WorkflowConfiguration(
            Build.RootDirectory,
            files.RemoveRange(
                Generator.Dialects.SelectMany(dialect => others.Select(other => dialect.PathOf(other.Name)))
            )
        );
    }

    // Nuke's own header would go here. A workflow is several files, and each has a header of its own.
    /// <inheritdoc/>
    protected override StreamWriter CreateStream() => StreamWriter.Null;
}
