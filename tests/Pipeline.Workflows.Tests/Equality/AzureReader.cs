using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Pipeline.Workflows.Tests.Equality;

/// <summary>Reads jobs from what an Azure pipeline runs, publishes and downloads.</summary>
internal static partial class AzureReader
{
    private const string Root = "$(System.DefaultWorkingDirectory)/";

    public static IEnumerable<JobGraph> Read(string pipeline) =>
        YamlReader.Read(pipeline).RootNode.At("stages").Items().Select(Stage);

    private static JobGraph Stage(YamlNode stage)
    {
        var job = stage.At("jobs").Items().Single();
        var steps = (job.At("steps") ?? job.At("strategy").At("runOnce").At("deploy").At("steps")).Items().ToList();
        return new JobGraph
        {
            Name = stage.TextAt("stage")!.Replace('_', '-'),
            Needs = stage.At("dependsOn").Texts().Select(need => need.Replace('_', '-')),
            Targets = steps.SelectMany(step => YamlReader.TargetsOf(step.TextAt("bash") ?? "")),
            Receives = Tasks(steps, "DownloadPipelineArtifact@2")
                .Select(inputs => $"{inputs.TextAt("artifact")} in {inputs.TextAt("path")![Root.Length..]}"),
            HandsOn = Tasks(steps, "CopyFiles@2")
                .SelectMany(copy => Published(copy, Tasks(steps, "PublishPipelineArtifact@1"))),
            Environment = job.TextAt("environment"),
            Secrets = steps
                .Select(step => step.At("env"))
                .OfType<YamlMappingNode>()
                .SelectMany(env => env.Children.Values)
                .SelectMany(value => Secret().Matches(value.ToString()).Select(match => match.Groups["name"].Value)),
        };
    }

    private static IEnumerable<string> Published(YamlNode copy, IEnumerable<YamlNode> publications)
    {
        var published = publications.Single(publication =>
            publication.TextAt("targetPath") == copy.TextAt("targetFolder")
        );
        var name = published.TextAt("artifact")!.Replace("-$(Agent.OS)", "", StringComparison.Ordinal);
        return copy.TextAt("contents")!
            .Split('\n')
            .Select(pattern => $"{name}: {copy.TextAt("sourceFolder")![Root.Length..]}/{pattern}");
    }

    private static IEnumerable<YamlNode> Tasks(IEnumerable<YamlNode> steps, string task) =>
        steps.Where(step => step.TextAt("task") == task).Select(step => step.At("inputs")!);

    // Predefined variables have a dot in their names.
    [GeneratedRegex(@"\$\((?<name>[A-Z_]+)\)")]
    private static partial Regex Secret();
}
