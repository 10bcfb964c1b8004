using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Pipeline.Workflows.Tests.Equality;

/// <summary>Reads jobs from what a GitHub workflow runs, uploads and downloads.</summary>
internal static partial class GitHubReader
{
    public static IEnumerable<JobGraph> Read(string workflow) =>
        ((YamlMappingNode)YamlReader.Read(workflow).RootNode.At("jobs")!).Children.Select(job =>
            Job(job.Key.ToString(), job.Value)
        );

    private static JobGraph Job(string name, YamlNode job)
    {
        var steps = job.At("steps").Items().ToList();
        return new JobGraph
        {
            Name = name,
            Needs = job.At("needs").Texts(),
            Targets = steps.SelectMany(step => YamlReader.TargetsOf(step.TextAt("run") ?? "")),
            Receives = Using(steps, "actions/download-artifact")
                .Select(with => $"{with.TextAt("name")} in {with.TextAt("path")}"),
            HandsOn = Using(steps, "actions/upload-artifact")
                .SelectMany(with =>
                    with.TextAt("path")!
                        .Split('\n')
                        .Select(path =>
                            $"{with.TextAt("name")!.Replace("-${{ matrix.runner }}", "", StringComparison.Ordinal)}: {path}"
                        )
                ),
            Environment = job.At("environment").TextAt("name"),
            Secrets = steps
                .Select(step => step.At("env"))
                .OfType<YamlMappingNode>()
                .SelectMany(env => env.Children.Values)
                .SelectMany(value => Secret().Matches(value.ToString()).Select(match => match.Groups["name"].Value)),
        };
    }

    private static IEnumerable<YamlNode> Using(IEnumerable<YamlNode> steps, string action) =>
        steps
            .Where(step => step.TextAt("uses")?.StartsWith($"{action}@", StringComparison.Ordinal) is true)
            .Select(step => step.At("with")!);

    [GeneratedRegex(@"\$\{\{ secrets\.(?<name>\w+) \}\}")]
    private static partial Regex Secret();
}
