using System.Text.Json;
using FsCheck.Fluent;
using Pipeline.Workflows.Azure;
using Pipeline.Workflows.GitHub;
using Pipeline.Workflows.Tests.Yaml;
using Pipeline.Workflows.Yaml;

namespace Pipeline.Workflows.Tests.Validation;

/// <summary>What others say of generated files: the official parsers and language services, actionlint, and a reader of YAML 1.2.</summary>
[Trait("Category", "Slow")]
public sealed class CheckerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workflows-").FullName;

    [SkippableFact]
    public async Task Committed_and_sample_workflows_pass_the_checkers_of_GitHub()
    {
        Node.Demand();
        var committed = Directory.GetFiles(Path.Combine(Node.Root, ".github", "workflows"), "*.yml");

        var problems = await Node.RunAsync(
            "",
            ["github.mjs", .. committed, Written("sample.yml", new GitHubDialect().Write(Sample.Plan))]
        );

        Assert.Empty(problems);
    }

    [SkippableFact]
    public async Task A_wrong_workflow_fails_each_checker_of_GitHub()
    {
        Node.Demand();
        var wrong = new GitHubDialect()
            .Write(Sample.Plan)
            .Replace("runs-on:", "run-on:", StringComparison.Ordinal)
            .Replace("cancel-in-progress", "cancel", StringComparison.Ordinal);

        var problems = await Node.RunAsync("", "github.mjs", Written("wrong.yml", wrong));

        Assert.Contains("parser:", problems, StringComparison.Ordinal);
        Assert.Contains("language service:", problems, StringComparison.Ordinal);
        Assert.Contains("actionlint:", problems, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Committed_and_sample_pipelines_pass_the_language_service_of_Azure()
    {
        Node.Demand();
        string[] files =
        [
            .. Directory.GetFiles(Node.Root, "azure-pipelines*.yml"),
            Path.Combine(Node.Root, ".azure-pipelines", "prepare.yml"),
            Written("sample.yml", new AzureDialect().Write(Sample.Plan)),
        ];

        var said = await Node.RunAsync("", ["azure.mjs", Schema, .. files]);

        Assert.DoesNotContain("language service:", said, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_wrong_pipeline_fails_the_language_service_of_Azure()
    {
        Node.Demand();
        var wrong = new AzureDialect()
            .Write(Sample.Plan)
            .Replace("timeoutInMinutes", "timeout", StringComparison.Ordinal);

        var said = await Node.RunAsync("", "azure.mjs", Schema, Written("wrong.yml", wrong));

        Assert.Contains("language service:", said, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_reader_of_either_version_of_YAML_reads_back_what_was_written()
    {
        Node.Demand();
        var documents = RandomDocument.Any.Generator.Sample(300, size: 50).ToList();

        var read = await Node.RunAsync(JsonSerializer.Serialize(documents.Select(YamlWriter.Write)), "yaml.mjs");

        var expected = documents.Select(Json.Of).SelectMany(json => new[] { json, json });
        Assert.Equal(expected, read.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Json.Normalized));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // The whole schema belongs to Microsoft's extension for Visual Studio Code; ours has the part that is generated.
    private static string Schema =>
        Environment.GetEnvironmentVariable("AZURE_PIPELINES_SCHEMA")
        ?? Path.Combine(Node.Root, "tests", "Pipeline.Workflows.Tests", "Validation", "azure-schema.json");

    private string Written(string name, string content)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, content);
        return file;
    }
}
