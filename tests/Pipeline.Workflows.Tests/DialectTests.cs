using Pipeline.Core.Workflows;
using Pipeline.Core.Workflows.Definitions;
using Pipeline.Workflows.Azure;
using Pipeline.Workflows.GitHub;
using Pipeline.Workflows.GitLab;
using Pipeline.Workflows.Tests.Equality;
using YamlDotNet.RepresentationModel;

namespace Pipeline.Workflows.Tests;

public sealed class DialectTests
{
    private static readonly IWorkflowDialect[] All = [new GitHubDialect(), new AzureDialect(), new GitLabDialect()];

    [Fact]
    public void Every_provider_gets_the_whole_workflow()
    {
        var files = WorkflowFiles.Of([Sample.Definition], Sample.Targets, All);

        foreach (var (path, content) in files)
            Snapshot.Matches(path.TrimStart('.'), content);
    }

    [Fact]
    public void Generating_twice_gives_the_same_bytes_and_lines_end_in_line_feeds()
    {
        var first = WorkflowFiles.Of([Sample.Definition], Sample.Targets, All);
        var second = WorkflowFiles.Of([Sample.Definition], Sample.Targets, All);

        Assert.Equal(first, second);
        Assert.All(first.Values, content => Assert.DoesNotContain('\r', content));
        Assert.All(first.Values, content => Assert.EndsWith("\n", content, StringComparison.Ordinal));
    }

    [Fact]
    public void A_release_neither_restores_nor_keeps_packages()
    {
        var release = Sample.Definition with
        {
            On = [new WorkflowTrigger.Tag("v*")],
            Stages = [new("package", "Push")],
            UsesCache = false,
        };

        var files = WorkflowFiles.Of([release], Sample.Targets, All);

        Assert.Contains("cache: \"false\"", files[".github/workflows/everything.yml"], StringComparison.Ordinal);
        Assert.Contains("cache: false", files["azure-pipelines-everything.yml"], StringComparison.Ordinal);
        Assert.DoesNotContain("cache", files[".gitlab/everything.yml"], StringComparison.Ordinal);
    }

    [Fact]
    public void No_script_contains_an_expression()
    {
        var scripts = ScriptsIn(new GitHubDialect().Write(Sample.Plan));

        Assert.NotEmpty(scripts);
        Assert.All(scripts, script => Assert.DoesNotContain("${{", script, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_action_is_pinned_to_a_full_commit()
    {
        Assert.All(PinnedActions.All, action => Assert.Matches("^[0-9a-f]{40}$", action.Commit));
        Assert.All(PinnedActions.All, action => Assert.Matches(@"^v\d+\.\d+\.\d+$", action.Tag));
    }

    [Fact]
    public void What_a_provider_would_take_for_something_else_is_refused()
    {
        var outputs = Sample.Definition with
        {
            Stages = [new("verify", "Test") { Outputs = ["version"] }],
            On = [new WorkflowTrigger.Push("main") { Paths = ["src/**"] }, new WorkflowTrigger.Tag("v*")],
            UsesCache = false,
        };
        var deploy = Sample.Definition with { Stages = [new("deploy", "Test")] };

        Assert.Contains("verify has Outputs", RefusalOf(outputs, new GitLabDialect()), StringComparison.Ordinal);
        Assert.Contains("would filter the tags too", RefusalOf(outputs, new GitHubDialect()), StringComparison.Ordinal);
        Assert.Contains("cannot be named deploy", RefusalOf(deploy, new AzureDialect()), StringComparison.Ordinal);
    }

    [Fact]
    public void Outputs_are_those_of_the_step_that_runs_the_targets()
    {
        var plan = WorkflowPlanner.Plan(
            Sample.Definition with
            {
                Stages = [new("verify", "Test") { Outputs = ["version"] }],
            },
            Sample.Targets
        );

        var workflow = new GitHubDialect().Write(plan);

        Assert.Contains("version: ${{ steps.targets.outputs.version }}", workflow, StringComparison.Ordinal);
        Assert.Contains("id: targets", workflow, StringComparison.Ordinal);
    }

    private static string RefusalOf(WorkflowDefinition definition, IWorkflowDialect dialect) =>
        Assert
            .Throws<InvalidWorkflowException>(() => WorkflowFiles.Of([definition], Sample.Targets, [dialect]))
            .Message;

    private static List<string> ScriptsIn(string workflow) =>
        [
            .. YamlReader
                .Read(workflow)
                .AllNodes.OfType<YamlMappingNode>()
                .Select(node => node.TextAt("run"))
                .OfType<string>(),
        ];
}
