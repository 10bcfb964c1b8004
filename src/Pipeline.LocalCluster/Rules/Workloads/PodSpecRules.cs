using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Rules.Workloads;

/// <summary>Rules of a pod's specification, in a Pod or in a template; what the node cannot do is refused by name.</summary>
internal static class PodSpecRules
{
    public static void Default(JsonObject spec)
    {
        foreach (var container in spec.Items("containers"))
        {
            if (container["imagePullPolicy"] is null && container.Text("image") is { } image)
                container["imagePullPolicy"] = IsLatest(image) ? "Always" : "IfNotPresent";
        }

        // The old name of the field is kept in step with the new one, as Kubernetes does.
        if ((spec.Text("serviceAccountName") ?? spec.Text("serviceAccount")) is { } account)
            spec["serviceAccountName"] = spec["serviceAccount"] = account;
    }

    public static IEnumerable<FieldProblem> Problems(JsonObject? spec, string path)
    {
        if (spec is null)
            return [];
        var names = new HashSet<string>();
        return Unsupported(spec, path)
            .Concat(Containers(spec, path))
            .Concat(
                spec.Items("containers")
                    .SelectMany((container, i) => Name(container, names, $"{path}.containers[{i}].name"))
            );
    }

    private static IEnumerable<FieldProblem> Unsupported(JsonObject spec, string path)
    {
        foreach (var field in (ReadOnlySpan<string>)["initContainers", "ephemeralContainers"])
        {
            if (spec[field] is JsonArray { Count: > 0 })
                return
                [
                    FieldProblem.Forbidden($"{path}.{field}", "the embedded cluster runs ordinary containers only"),
                ];
        }

        return spec.Items("volumes")
            .SelectMany(
                (volume, i) =>
                    volume
                        .Where(source => source.Key is not ("name" or "emptyDir"))
                        .Select(source =>
                            FieldProblem.Forbidden(
                                $"{path}.volumes[{i}].{source.Key}",
                                "the embedded cluster has emptyDir volumes only; configuration arrives by envFrom"
                            )
                        )
            );
    }

    private static IEnumerable<FieldProblem> Containers(JsonObject spec, string path)
    {
        if (spec["containers"] is JsonArray { Count: 0 })
            return [FieldProblem.Required($"{path}.containers")];
        var volumes = spec.Items("volumes").Select(volume => volume.Text("name")).ToHashSet();
        return spec.Items("containers")
            .SelectMany((container, i) => ContainerRules.Problems(container, volumes, $"{path}.containers[{i}]"));
    }

    private static IEnumerable<FieldProblem> Name(JsonObject container, HashSet<string> seen, string path)
    {
        if (container.Text("name") is not { Length: > 0 } name)
            return [];
        return seen.Add(name) ? NameFormat.Label.Problems(path, name) : [FieldProblem.Duplicate(path, name)];
    }

    private static bool IsLatest(string image)
    {
        var name = image[(image.LastIndexOf('/') + 1)..];
        return !name.Contains('@', StringComparison.Ordinal)
            && (!name.Contains(':', StringComparison.Ordinal) || name.EndsWith(":latest", StringComparison.Ordinal));
    }
}
