using Pipeline.Workflows.Yaml;

namespace Pipeline.Workflows.GitHub;

/// <summary>The action that makes a machine ready for the build: the SDK, and the packages of earlier runs.</summary>
internal static class GitHubPreparation
{
    /// <summary>Where it lies.</summary>
    public const string Folder = ".github/actions/prepare";

    public static string Write() =>
        GeneratedDocument.Write(
            "Makes a machine ready for ./build.sh.",
            new YamlMapping
            {
                { "name", "Prepare" },
                { "description", "Installs the .NET SDK and restores the packages of earlier runs" },
                {
                    "inputs",
                    new YamlMapping
                    {
                        {
                            "cache",
                            new YamlMapping
                            {
                                {
                                    "description",
                                    "Whether to restore and keep packages; not where something is released"
                                },
                                { "default", "true" },
                            }
                        },
                    }
                },
                {
                    "runs",
                    new YamlMapping
                    {
                        { "using", "composite" },
                        {
                            "steps",
                            new YamlSequence
                            {
                                GitHubSteps.Use(
                                    PinnedActions.SetupDotNet,
                                    "Install the .NET SDK",
                                    new YamlMapping { { "global-json-file", "global.json" } }
                                ),
                                GitHubSteps.Use(
                                    PinnedActions.Cache,
                                    "Restore packages of earlier runs",
                                    new YamlMapping
                                    {
                                        { "path", "~/.nuget/packages" },
                                        { "key", "nuget-${{ runner.os }}-${{ hashFiles('**/packages.lock.json') }}" },
                                    },
                                    condition: "${{ inputs.cache == 'true' }}"
                                ),
                            }
                        },
                    }
                },
            }
        );
}
