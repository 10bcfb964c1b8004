using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Node.Containers;

/// <summary>Where the value of a variable, or a whole group of variables, comes from.</summary>
internal abstract record EnvironmentSource
{
    /// <summary>A value in the specification, which may refer to variables before it.</summary>
    public sealed record Literal(string Name, string Value) : EnvironmentSource;

    /// <summary>One key of a ConfigMap or Secret.</summary>
    public sealed record Key(string Name, GroupResource Kind, string Object, string Entry, bool Optional)
        : EnvironmentSource;

    /// <summary>A field of the pod: <c>status.podIP</c>, <c>metadata.labels['app']</c>.</summary>
    public sealed record Field(string Name, string Path) : EnvironmentSource;

    /// <summary>All keys of a ConfigMap or Secret, each under a prefix.</summary>
    public sealed record All(string Prefix, GroupResource Kind, string Object, bool Optional) : EnvironmentSource;

    /// <summary>The sources of a container, those that others override first.</summary>
    public static IEnumerable<EnvironmentSource> Read(JsonObject container) =>
        container.Items("envFrom").SelectMany(ReadAll).Concat(container.Items("env").Select(ReadOne));

    private static IEnumerable<EnvironmentSource> ReadAll(JsonObject source)
    {
        var prefix = source.Text("prefix") ?? "";
        if (source["configMapRef"] is { } map)
            yield return new All(prefix, GroupResource.ConfigMaps, map.Text("name") ?? "", map.Flag("optional"));
        if (source["secretRef"] is { } secret)
            yield return new All(prefix, GroupResource.Secrets, secret.Text("name") ?? "", secret.Flag("optional"));
    }

    private static EnvironmentSource ReadOne(JsonObject variable)
    {
        var name = variable.Text("name") ?? "";
        var source = variable["valueFrom"];
        if (source.At("fieldRef") is { } field)
            return new Field(name, field.Text("fieldPath") ?? "");
        if (source.At("configMapKeyRef") is { } map)
            return ReadKey(name, GroupResource.ConfigMaps, map);
        if (source.At("secretKeyRef") is { } secret)
            return ReadKey(name, GroupResource.Secrets, secret);
        return new Literal(name, variable.Text("value") ?? "");
    }

    private static Key ReadKey(string name, GroupResource kind, JsonNode source) =>
        new(name, kind, source.Text("name") ?? "", source.Text("key") ?? "", source.Flag("optional"));
}
