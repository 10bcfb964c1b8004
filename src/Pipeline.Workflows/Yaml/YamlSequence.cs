using System.Collections;

namespace Pipeline.Workflows.Yaml;

/// <summary>Values in an order.</summary>
public sealed record YamlSequence : YamlNode, IEnumerable<YamlNode>
{
    private readonly List<YamlNode> items = [];

    /// <summary>The number of values.</summary>
    public int Count => items.Count;

    /// <summary>Adds a value; none is left out.</summary>
    public void Add(YamlNode? item)
    {
        if (item is not null)
            items.Add(item);
    }

    /// <summary>Adds values.</summary>
    public void Add(IEnumerable<YamlNode> more) => items.AddRange(more);

    /// <inheritdoc/>
    public IEnumerator<YamlNode> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The sequence, or null when it is empty.</summary>
    public YamlSequence? OrNothing() => Count == 0 ? null : this;

    /// <summary>A sequence of texts.</summary>
    public static YamlSequence Of(IEnumerable<string> texts) => [.. texts.Select(text => (YamlNode)text)];
}
