using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Pipeline.Workflows.Tests.Equality;

/// <summary>Reads generated files with a parser that is not ours.</summary>
internal static partial class YamlReader
{
    public static YamlDocument Read(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Single();
    }

    /// <summary>The value of a key, or null.</summary>
    public static YamlNode? At(this YamlNode? node, string key) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(key), out var value)
            ? value
            : null;

    /// <summary>The text of a key, or null.</summary>
    public static string? TextAt(this YamlNode? node, string key) => (node.At(key) as YamlScalarNode)?.Value;

    /// <summary>The items of a sequence; none if there is none.</summary>
    public static IEnumerable<YamlNode> Items(this YamlNode? node) =>
        node as YamlSequenceNode ?? Enumerable.Empty<YamlNode>();

    /// <summary>The texts of a sequence.</summary>
    public static IEnumerable<string> Texts(this YamlNode? node) =>
        node.Items().Select(item => ((YamlScalarNode)item).Value!);

    /// <summary>The targets that a command line runs and does not skip.</summary>
    public static IEnumerable<string> TargetsOf(string script) =>
        Command().Matches(script).SelectMany(match => match.Groups["targets"].Value.Split(' '));

    [GeneratedRegex(@"^\./build\.(?:sh|cmd) (?<targets>[A-Za-z ]+?) --skip(?: |$)", RegexOptions.Multiline)]
    private static partial Regex Command();
}
