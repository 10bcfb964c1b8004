using YamlDotNet.RepresentationModel;

namespace Pipeline.Workflows.Tests.Equality;

/// <summary>Reads jobs from what a GitLab pipeline runs and keeps.</summary>
internal static class GitLabReader
{
    public static IEnumerable<JobGraph> Read(string pipeline)
    {
        var root = YamlReader.Read(pipeline).RootNode;
        return root.At("stages").Texts().Select(name => Job(name, root));
    }

    private static JobGraph Job(string name, YamlNode root)
    {
        var job = root.At(name);
        var needs = job.At("needs").Items().ToList();
        return new JobGraph
        {
            Name = name,
            Needs = needs.Select(need => need.TextAt("job")!),
            Targets = job.At("script").Texts().SelectMany(YamlReader.TargetsOf),
            // Artifacts keep their paths here: the folder is that of the job that made them.
            Receives = needs
                .Where(need => need.TextAt("artifacts") == "true")
                .Select(need =>
                    $"{need.TextAt("job")} in {FolderOf(root.At(need.TextAt("job")!).At("artifacts").At("paths").Texts())}"
                ),
            HandsOn = job.At("artifacts")
                .At("paths")
                .Texts()
                .Select(path => $"{job.At("artifacts").TextAt("name")}: {path}"),
            Environment = job.At("environment").TextAt("name"),
            Secrets =
                (job.At("variables") as YamlMappingNode)
                    ?.Children.Where(variable => variable.Value.ToString() == $"${variable.Key}")
                    .Select(variable => variable.Key.ToString())
                ?? [],
        };
    }

    private static string FolderOf(IEnumerable<string> paths)
    {
        var folders = paths.Select(path => path[..path.LastIndexOf('/')].Split('*')[0].TrimEnd('/')).ToList();
        var shortest = folders.MinBy(folder => folder.Length)!;
        return folders.All(folder => folder == shortest || folder.StartsWith(shortest + "/", StringComparison.Ordinal))
            ? shortest
            : shortest[..shortest.LastIndexOf('/')];
    }
}
