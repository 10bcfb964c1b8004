using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Rules.Workloads;

/// <summary>Rules of one container of a pod.</summary>
internal static class ContainerRules
{
    private static readonly string[] Probes = ["startupProbe", "readinessProbe", "livenessProbe"];
    private static readonly string[] Handlers = ["httpGet", "tcpSocket", "exec", "grpc"];
    private static readonly string[] EnvSources = ["configMapKeyRef", "secretKeyRef", "fieldRef"];

    public static IEnumerable<FieldProblem> Problems(JsonObject container, IReadOnlySet<string?> volumes, string path)
    {
        var problems = Ports(container, path)
            .Concat(Environment(container, path))
            .Concat(Mounts(container, volumes, path))
            .Concat(Probes.SelectMany(name => Probe(container[name] as JsonObject, $"{path}.{name}")));
        if (container.Text("image") is not { Length: > 0 })
            problems = problems.Prepend(FieldProblem.Required($"{path}.image"));
        if (container["lifecycle"] is JsonObject { Count: > 0 })
            problems = problems.Append(
                FieldProblem.Forbidden($"{path}.lifecycle", "the embedded cluster runs no hooks")
            );
        return problems;
    }

    private static IEnumerable<FieldProblem> Ports(JsonObject container, string path) =>
        container
            .Items("ports")
            .SelectMany((port, i) => PortNumber(port["containerPort"], $"{path}.ports[{i}].containerPort"));

    private static IEnumerable<FieldProblem> Environment(JsonObject container, string path) =>
        container
            .Items("env")
            .SelectMany(
                (variable, i) =>
                    variable["valueFrom"] is JsonObject source
                        ? Source(variable, source, $"{path}.env[{i}].valueFrom")
                        : []
            );

    private static IEnumerable<FieldProblem> Source(JsonObject variable, JsonObject source, string path)
    {
        if (variable.Text("value") is { Length: > 0 })
            return [FieldProblem.Invalid(path, "", "may not be specified when `value` is not empty")];
        if (source.Count != 1)
            return [FieldProblem.Invalid(path, "", "must specify exactly one source")];
        return source
            .Where(member => !EnvSources.Contains(member.Key))
            .Select(member => FieldProblem.Forbidden($"{path}.{member.Key}", "the embedded cluster does not have it"));
    }

    private static IEnumerable<FieldProblem> Mounts(JsonObject container, IReadOnlySet<string?> volumes, string path) =>
        container
            .Items("volumeMounts")
            .Select((mount, i) => (Name: mount.Text("name"), Path: $"{path}.volumeMounts[{i}].name"))
            .Where(mount => !volumes.Contains(mount.Name))
            .Select(mount => new FieldProblem(mount.Path, "FieldValueNotFound", $"Not found: \"{mount.Name}\""));

    private static IEnumerable<FieldProblem> Probe(JsonObject? probe, string path)
    {
        if (probe is null)
            return [];
        var handlers = Handlers.Where(probe.ContainsKey).ToList();
        return handlers switch
        {
            [] => [FieldProblem.Required(path, "must specify a handler type")],
            [_, ..] and not [_] => [FieldProblem.Forbidden(path, "may not specify more than 1 handler type")],
            ["exec" or "grpc"] =>
            [
                FieldProblem.Forbidden($"{path}.{handlers[0]}", "the embedded cluster probes by httpGet and tcpSocket"),
            ],
            _ => PortNumber(probe.At(handlers[0], "port"), $"{path}.{handlers[0]}.port"),
        };
    }

    private static IEnumerable<FieldProblem> PortNumber(JsonNode? port, string path) =>
        port.Int() is < 1 or > 65535
            ? [FieldProblem.Invalid(path, port, "must be between 1 and 65535, inclusive")]
            : [];
}
