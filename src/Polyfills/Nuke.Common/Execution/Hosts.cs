using Nuke.Common.CI.AzurePipelines;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>The hosts that a build can run on.</summary>
internal static class Hosts
{
    /// <summary>The names that <c>--host</c> takes.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [nameof(Terminal), nameof(GitHubActions), nameof(AzurePipelines)];

    /// <summary>The host of that name; without a name the one that the environment tells of.</summary>
    public static Host Select(string name, IReadOnlyDictionary<string, string> environment)
    {
        if (name == null)
            return Detect(environment);

        var key = ParameterName.Key(name);
        return Names.FirstOrDefault(x => ParameterName.Key(x) == key) switch
        {
            nameof(Terminal) => new Terminal(),
            nameof(GitHubActions) => new GitHubActions(environment),
            nameof(AzurePipelines) => new AzurePipelines(environment),
            _ => throw new BuildFailure(
                $"Parameter --host: expected one of {string.Join(", ", Names)}, found '{name}'."
                    + ClosestNames.Hint(name, Names)
            ),
        };
    }

    /// <summary>The host that the environment tells of.</summary>
    public static Host Detect(IReadOnlyDictionary<string, string> environment)
    {
        if (environment.ContainsKey("GITHUB_ACTIONS"))
            return new GitHubActions(environment);
        return environment.ContainsKey("TF_BUILD") ? new AzurePipelines(environment) : new Terminal();
    }
}
