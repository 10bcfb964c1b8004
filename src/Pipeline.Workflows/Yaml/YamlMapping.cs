using System.Collections;

namespace Pipeline.Workflows.Yaml;

/// <summary>Values by key, in the order in which they were added.</summary>
public sealed record YamlMapping : YamlNode, IEnumerable<KeyValuePair<string, YamlNode>>
{
    private readonly OrderedDictionary<string, YamlNode> entries = [];

    /// <summary>The number of entries.</summary>
    public int Count => entries.Count;

    /// <summary>The value of a key.</summary>
    public YamlNode this[string key] => entries[key];

    /// <summary>Adds an entry; one without a value is left out, so that what is optional can be written in place.</summary>
    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Add(string key, YamlNode? value)
    {
        if (value is not null)
            entries.Add(key, value);
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, YamlNode>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The mapping, or null when it is empty.</summary>
    public YamlMapping? OrNothing() => Count == 0 ? null : this;

    /// <summary>A mapping of texts.</summary>
    public static YamlMapping Of(IEnumerable<KeyValuePair<string, string>> texts)
    {
        var mapping = new YamlMapping();
        foreach (var (key, text) in texts)
            mapping.Add(key, text);
        return mapping;
    }
}
