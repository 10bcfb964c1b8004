using Pipeline.Core.Workflows.Definitions;
using Pipeline.Core.Workflows.Targets;

namespace WorkflowGeneration;

/// <summary>Services that are each verified, packaged and delivered to three environments, by four workflows a service.</summary>
internal static class Deliveries
{
    private static readonly string[] Environments = ["development", "staging", "production"];

    public static (IReadOnlyList<WorkflowDefinition> Workflows, TargetGraph Graph) Of(int services)
    {
        var names = Enumerable.Range(1, services).Select(number => $"service{number}").ToList();
        return (
            [.. names.SelectMany(Workflows)],
            new TargetGraph([.. names.SelectMany(Targets).OrderBy(target => target.Name, StringComparer.Ordinal)])
        );
    }

    private static IEnumerable<WorkflowDefinition> Workflows(string service)
    {
        WorkflowStage verify = new("verify", $"Test_{service}", $"Format_{service}");
        WorkflowStage package = new("package", $"Push_{service}");
        var deliveries = Environments.Select(environment => new WorkflowStage(environment, $"{environment}_{service}")
        {
            Environment = new(environment),
        });
        yield return Workflow($"{service}-continuous", [verify, package]);
        yield return Workflow($"{service}-delivery", [verify, package, .. deliveries]);
        yield return Workflow($"{service}-release", [verify, package]);
        yield return Workflow($"{service}-nightly", [verify]);
    }

    private static WorkflowDefinition Workflow(string name, IEnumerable<WorkflowStage> stages) =>
        new()
        {
            Name = name,
            Purpose = "Measured.",
            On = [new WorkflowTrigger.Push("main"), new WorkflowTrigger.Manual()],
            Stages = [.. stages],
        };

    private static IEnumerable<TargetNode> Targets(string service)
    {
        yield return new() { Name = $"Restore_{service}", PreparesMachine = true };
        yield return new() { Name = $"Format_{service}", DependsOn = [$"Restore_{service}"] };
        yield return new()
        {
            Name = $"Test_{service}",
            DependsOn = [$"Restore_{service}"],
            Produces = [$"artifacts/{service}/test-results/*/*.trx"],
        };
        yield return new()
        {
            Name = $"Push_{service}",
            DependsOn = [$"Test_{service}", $"Format_{service}"],
            Consumes = [new($"Test_{service}", [])],
            Produces = [$"artifacts/{service}/registry/**"],
        };
        foreach (var (environment, before) in Environments.Zip(["Push", .. Environments]))
        {
            yield return new()
            {
                Name = $"{environment}_{service}",
                DependsOn = [$"{before}_{service}"],
                Consumes = [new($"Push_{service}", [])],
                DeliversTo = environment,
            };
        }
    }
}
