using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Node.Probes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Node.Containers;

/// <summary>What the node reads of one container of a pod.</summary>
internal sealed record ContainerSpec
{
    public required string Name { get; init; }

    public required string Image { get; init; }

    /// <summary>Replaces the image's entrypoint if not empty.</summary>
    public ImmutableArray<string> Command { get; init; } = [];

    /// <summary>Replaces the image's arguments if not empty.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    public string? WorkingDirectory { get; init; }

    public ImmutableArray<EnvironmentSource> Environment { get; init; } = [];

    /// <summary>The TCP ports that it says it listens on.</summary>
    public ImmutableArray<int> Ports { get; init; } = [];

    /// <summary>The volumes by name, each with the path where the container expects it.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Mounts { get; init; } = [];

    public ProbeSpec? Startup { get; init; }

    public ProbeSpec? Readiness { get; init; }

    public ProbeSpec? Liveness { get; init; }

    public static ContainerSpec Read(JsonObject container) =>
        new()
        {
            Name = container.Text("name") ?? "",
            Image = container.Text("image") ?? "",
            Command = [.. container.Texts("command")],
            Arguments = [.. container.Texts("args")],
            WorkingDirectory = container.Text("workingDir"),
            Environment = [.. EnvironmentSource.Read(container)],
            Ports = [.. container.Items("ports").Select(port => port.Int("containerPort")).OfType<int>()],
            Mounts =
            [
                .. container
                    .Items("volumeMounts")
                    .Select(mount => KeyValuePair.Create(mount.Text("name") ?? "", mount.Text("mountPath") ?? "")),
            ],
            Startup = ProbeSpec.Read(container, "startupProbe"),
            Readiness = ProbeSpec.Read(container, "readinessProbe"),
            Liveness = ProbeSpec.Read(container, "livenessProbe"),
        };
}
