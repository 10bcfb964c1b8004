using System.Collections.Immutable;
using System.Text;

namespace Pipeline.Core.Analysis.Exposition;

/// <summary>Name and labels that tell one time series from another; the order of the labels does not matter.</summary>
public sealed record SeriesId
{
    /// <summary>A series of the given name and labels.</summary>
    public SeriesId(string name, ImmutableSortedDictionary<string, string> labels)
    {
        Name = name;
        Labels = labels;
        Text = Render(name, labels);
    }

    public string Name { get; }

    public ImmutableSortedDictionary<string, string> Labels { get; }

    /// <summary>The series as the text format writes it, labels in ordinal order.</summary>
    public string Text { get; }

    /// <summary>The value of a label; empty when the series has none of that name, as Prometheus has it.</summary>
    public string Label(string name) => Labels.GetValueOrDefault(name, "");

    /// <inheritdoc/>
    public bool Equals(SeriesId? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static string Render(string name, ImmutableSortedDictionary<string, string> labels)
    {
        if (labels.IsEmpty)
            return name;

        var text = new StringBuilder(name).Append('{');
        foreach (var (label, value) in labels)
        {
            if (text[^1] != '{')
                text.Append(',');
            var escaped = value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n");
            text.Append(label).Append("=\"").Append(escaped).Append('"');
        }

        return text.Append('}').ToString();
    }
}
