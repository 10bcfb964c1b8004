using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Pipeline.Workflows.Yaml;

/// <summary>A part of a YAML document. A text stays a text, whatever a reader could take it for.</summary>
public abstract record YamlNode
{
    private protected YamlNode() { }

    /// <summary>What stands above it, a line each; null for nothing.</summary>
    public string? Comment { get; init; }

    /// <summary>What stands behind it on the same line; null for nothing.</summary>
    public string? Remark { get; init; }

    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator YamlNode?(string? text) => text is null ? null : new YamlText(text);

    public static implicit operator YamlNode(bool value) => new YamlToken(value ? "true" : "false");

    public static implicit operator YamlNode(int value) => new YamlToken(value.ToString(CultureInfo.InvariantCulture));
}
