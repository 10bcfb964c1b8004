using Nuke.Common.CI;
using Nuke.Common.Utilities;

namespace Pipeline.Components.Workflows;

/// <summary>The files of a workflow.</summary>
/// <param name="root">The root folder of the build.</param>
/// <param name="files">Their content by path below the root.</param>
internal sealed class WorkflowConfiguration(string root, IReadOnlyDictionary<string, string> files)
    : ConfigurationEntity
{
    // A run that is asked whether the files are right must not make them right first.
    private static bool IsCheck =>
        Environment
            .GetCommandLineArgs()
            .Any(argument =>
                argument
                    .Replace("-", "", StringComparison.Ordinal)
                    .Equals(nameof(IGenerateWorkflows.VerifyWorkflows), StringComparison.OrdinalIgnoreCase)
            );

    /// <inheritdoc/>
    public override void Write(CustomFileWriter writer)
    {
        if (!IsCheck)
            WorkflowFolder.Write(root, files);
    }
}
