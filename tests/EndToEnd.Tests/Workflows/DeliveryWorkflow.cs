using YamlDotNet.RepresentationModel;

namespace EndToEnd.Tests.Workflows;

/// <summary>The committed workflow that delivers.</summary>
internal static class DeliveryWorkflow
{
    /// <summary>The steps of a job.</summary>
    public static IEnumerable<YamlNode> StepsOf(string root, string job)
    {
        var stream = new YamlStream();
        using var file = File.OpenText(Path.Combine(root, ".github", "workflows", "delivery.yml"));
        stream.Load(file);
        return ((YamlSequenceNode)stream.Documents[0].RootNode["jobs"][job]["steps"]).Children;
    }

    /// <summary>The text at a path of keys; null if there is none.</summary>
    public static string? Text(YamlNode node, params string[] keys)
    {
        foreach (var key in keys)
        {
            if (node is not YamlMappingNode mapping || !mapping.Children.TryGetValue(key, out var next))
                return null;
            node = next;
        }

        return (node as YamlScalarNode)?.Value;
    }

    /// <summary>The environment of a step, with every variable and secret of the provider empty.</summary>
    public static IEnumerable<KeyValuePair<string, string>> EnvironmentOf(YamlNode step) =>
        step is YamlMappingNode mapping && mapping.Children.TryGetValue("env", out var env)
            ? ((YamlMappingNode)env).Children.Select(entry => KeyValuePair.Create(entry.Key.ToString(), ""))
            : [];
}
