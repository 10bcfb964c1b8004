using Pipeline.Workflows.Yaml;

namespace Pipeline.Workflows;

/// <summary>A generated file, which says so.</summary>
internal static class GeneratedDocument
{
    /// <summary>The content of the file.</summary>
    public static string Write(string purpose, YamlMapping document) =>
        YamlWriter.Write(
            document with
            {
                Comment = $"""
                {purpose}
                Generated from build/Workflows.cs and the targets of the build by ./build.sh GenerateWorkflows, which
                overwrites changes; ./build.sh VerifyWorkflows fails when this file is out of date.
                """.ReplaceLineEndings("\n"),
            }
        );
}
