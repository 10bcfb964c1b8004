using Pipeline.Workflows.Yaml;

namespace Pipeline.Workflows.Azure;

/// <summary>The template that makes a machine ready for the build: the SDK, and the packages of earlier runs.</summary>
internal static class AzurePreparation
{
    /// <summary>Where it lies.</summary>
    public const string Template = ".azure-pipelines/prepare.yml";

    private const string Packages = "$(Pipeline.Workspace)/.nuget/packages";

    public static string Write() =>
        GeneratedDocument.Write(
            "Makes a machine ready for ./build.sh.",
            new YamlMapping
            {
                {
                    "parameters",
                    new YamlSequence
                    {
                        new YamlMapping
                        {
                            { "name", "cache" },
                            { "type", "boolean" },
                            { "default", true },
                        },
                    }
                },
                {
                    "steps",
                    new YamlSequence
                    {
                        AzureSteps.Task(
                            "UseDotNet@2",
                            "Install the .NET SDK",
                            new YamlMapping { { "packageType", "sdk" }, { "useGlobalJson", true } }
                        ),
                        new YamlMapping
                        {
                            {
                                "${{ if parameters.cache }}",
                                new YamlSequence
                                {
                                    new YamlMapping
                                    {
                                        {
                                            "bash",
                                            $"echo \"##vso[task.setvariable variable=NUGET_PACKAGES]{Packages}\""
                                        },
                                        { "displayName", "Name the folder of packages" },
                                    },
                                    AzureSteps.Task(
                                        "Cache@2",
                                        "Restore packages of earlier runs",
                                        new YamlMapping
                                        {
                                            { "key", "nuget | \"$(Agent.OS)\" | **/packages.lock.json" },
                                            { "path", Packages },
                                        }
                                    ),
                                }
                            },
                        },
                    }
                },
            }
        );
}
