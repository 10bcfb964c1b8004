using Nuke.Common.Tooling;

namespace ThirdPartyBuild.Tests.Shop;

[PathTool(Executable = "git")]
class GitTagTasks : ToolTasks, IRequirePathTool
{
    public static IReadOnlyCollection<Output> GitTag(GitTagSettings options = null) => new GitTagTasks().Run(options);

    public static IReadOnlyCollection<Output> GitTag(Configure<GitTagSettings> configurator) =>
        new GitTagTasks().Run(configurator.Invoke(new GitTagSettings()));

    public static IEnumerable<(GitTagSettings Settings, IReadOnlyCollection<Output> Output)> GitTag(
        CombinatorialConfigure<GitTagSettings> configurator,
        int degreeOfParallelism = 1,
        bool completeOnFailure = false
    ) => configurator.Invoke(GitTag, degreeOfParallelism, completeOnFailure);
}
