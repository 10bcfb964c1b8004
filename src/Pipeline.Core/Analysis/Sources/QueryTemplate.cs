using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Pipeline.Core.Analysis.Sources;

/// <summary>A PromQL query with placeholders such as <c>{{track}}</c>; see <see cref="QueryPlaceholder"/>.</summary>
/// <param name="Text">The query as it is written in the definition.</param>
public sealed partial record QueryTemplate(string Text)
{
    private static readonly ImmutableArray<string> Known =
    [
        .. Enum.GetNames<QueryPlaceholder>().Select(name => name.ToLowerInvariant()),
    ];

    /// <summary>A text is a template as it stands.</summary>
    public static implicit operator QueryTemplate(string text) => new(text);

    /// <summary>Everything that keeps it from being rendered; empty for a good one.</summary>
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Text))
        {
            yield return "is empty: there is nothing to ask";
            yield break;
        }

        foreach (var name in Names().Except(Known))
            yield return $"has the unknown placeholder {{{{{name}}}}}; it may have {KnownList}";
        var rest = Placeholder().Replace(Text, "");
        if (rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal))
            yield return "has double braces around something that is no name: a placeholder is written {{track}}";
        if (!Names().Contains("track"))
            yield return "does not name {{track}}: both tracks would be judged by the same numbers";
    }

    /// <summary>The query as it is sent.</summary>
    /// <param name="values">What each placeholder stands for.</param>
    public string Render(Func<QueryPlaceholder, string> values) =>
        Placeholder().Replace(Text, match => values(Enum.Parse<QueryPlaceholder>(match.Groups[1].Value, true)));

    private static string KnownList => string.Join(", ", Known.Select(name => $"{{{{{name}}}}}"));

    private IEnumerable<string> Names() => Placeholder().Matches(Text).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\{\{\s*(\w+)\s*\}\}")]
    private static partial Regex Placeholder();
}
