using System.Text;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Node.Containers;

/// <summary>Works out the variables that a container is started with.</summary>
/// <param name="pod">The pod; fields are read from it.</param>
/// <param name="known">Fields that the stored pod may not have yet: <c>status.podIP</c>, <c>spec.nodeName</c>.</param>
/// <param name="find">Looks up ConfigMaps and Secrets.</param>
internal sealed class ContainerEnvironment(
    StoredObject pod,
    IReadOnlyDictionary<string, string> known,
    Func<ResourceKey, JsonObject?> find
)
{
    /// <summary>The variables of <paramref name="basics"/>, the image and the sources; later ones override earlier ones.</summary>
    /// <exception cref="ContainerConfigException">A ConfigMap, Secret, key or field that is not optional is missing.</exception>
    public IReadOnlyDictionary<string, string> Resolve(
        IEnumerable<KeyValuePair<string, string>> basics,
        IEnumerable<string> image,
        IEnumerable<EnvironmentSource> sources
    )
    {
        var variables = new Dictionary<string, string>(basics);
        foreach (var variable in image)
        {
            var parts = variable.Split('=', 2);
            variables[parts[0]] = parts.ElementAtOrDefault(1) ?? "";
        }

        foreach (var (name, value) in sources.SelectMany(source => Values(source, variables)))
            variables[name] = value;
        return variables;
    }

    private IEnumerable<KeyValuePair<string, string>> Values(
        EnvironmentSource source,
        IReadOnlyDictionary<string, string> before
    ) =>
        source switch
        {
            EnvironmentSource.Literal it => [KeyValuePair.Create(it.Name, VariableExpansion.Expand(it.Value, before))],
            EnvironmentSource.Field it => [KeyValuePair.Create(it.Name, Field(it.Path))],
            EnvironmentSource.Key it => Entry(it),
            EnvironmentSource.All it => Entries(it.Kind, it.Object, it.Optional)
                .Select(entry => KeyValuePair.Create(it.Prefix + entry.Key, entry.Value)),
            _ => [],
        };

    private IEnumerable<KeyValuePair<string, string>> Entry(EnvironmentSource.Key key)
    {
        var found = Entries(key.Kind, key.Object, key.Optional).Where(entry => entry.Key == key.Entry).ToList();
        if (found.Count == 0 && !key.Optional)
            throw new ContainerConfigException($"couldn't find key {key.Entry} in {key.Kind} \"{key.Object}\"");
        return found.Select(entry => KeyValuePair.Create(key.Name, entry.Value));
    }

    private IEnumerable<KeyValuePair<string, string>> Entries(GroupResource kind, string name, bool optional)
    {
        if (find(kind.Key(pod.Key.Namespace, name)) is not { } found)
            return optional ? [] : throw new ContainerConfigException($"{kind} \"{name}\" not found");
        var entries = found.Map("data");
        return kind == GroupResource.Secrets
            ? entries.Select(entry => KeyValuePair.Create(entry.Key, Decode(entry.Value)))
            : entries;
    }

    private static string Decode(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    private string Field(string path)
    {
        if (known.TryGetValue(path, out var value))
            return value;
        var bracket = path.IndexOf("['", StringComparison.Ordinal);
        if (bracket > 0 && path.EndsWith("']", StringComparison.Ordinal))
            return pod.Content.Text([.. path[..bracket].Split('.'), path[(bracket + 2)..^2]]) ?? "";
        return pod.Content.Text(path.Split('.'))
            ?? throw new ContainerConfigException($"fieldRef {path}: the pod has no such field");
    }
}
