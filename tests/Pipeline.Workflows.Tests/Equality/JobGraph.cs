using Pipeline.Core.Workflows.Jobs;

namespace Pipeline.Workflows.Tests.Equality;

/// <summary>What a job is about, wherever it was read from; equal graphs have equal lines.</summary>
internal sealed record JobGraph
{
    public required string Name { get; init; }

    public IEnumerable<string> Needs { get; init; } = [];

    public IEnumerable<string> Targets { get; init; } = [];

    /// <summary>Name and folder of each artifact that it takes over.</summary>
    public IEnumerable<string> Receives { get; init; } = [];

    /// <summary>Each file pattern that it hands on, behind the name of the artifact.</summary>
    public IEnumerable<string> HandsOn { get; init; } = [];

    public string? Environment { get; init; }

    public IEnumerable<string> Secrets { get; init; } = [];

    /// <summary>The job that the model describes.</summary>
    public static JobGraph Of(JobPlan job) =>
        new()
        {
            Name = job.Name,
            Needs = job.Needs,
            Targets = job.Targets,
            Receives = job.Receives.Select(received => $"{received.Name} in {received.Folder}"),
            HandsOn = job.HandsOn?.Patterns.Select(pattern => $"{job.HandsOn.Name}: {pattern}") ?? [],
            Environment = job.Stage.Environment?.Name,
            Secrets = job
                .Secrets.Select(secret => secret is "RegistryPassword" ? "REGISTRY_PASSWORD" : secret)
                .Concat(job.Delivers ? ["KUBECONFIG_CONTENT"] : []),
        };

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Name}: needs [{Sorted(Needs)}], runs [{string.Join(", ", Targets)}], receives [{Sorted(Receives)}], "
        + $"hands on [{Sorted(HandsOn)}], environment {Environment ?? "none"}, secrets [{Sorted(Secrets)}]";

    private static string Sorted(IEnumerable<string> texts) =>
        string.Join(", ", texts.Distinct().Order(StringComparer.Ordinal));
}
