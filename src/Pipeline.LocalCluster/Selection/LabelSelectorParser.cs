using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Pipeline.LocalCluster.Selection;

/// <summary>Reads the query parameter <c>labelSelector</c>: <c>a=b,c!=d,e in (f,g),h notin (i),j,!k,l>1</c>.</summary>
public static partial class LabelSelectorParser
{
    /// <exception cref="FormatException">The text is not a selector; the message quotes the part that is not understood.</exception>
    public static LabelSelector Parse(string text)
    {
        var requirements = ImmutableArray.CreateBuilder<LabelRequirement>();
        for (var rest = text.Trim(); rest.Length > 0; )
        {
            var match = Requirement().Match(rest);
            if (!match.Success)
                throw new FormatException($"unable to parse label selector \"{text}\": found \"{rest}\"");
            requirements.Add(From(match));
            rest = rest[match.Length..].TrimStart();
        }

        return new LabelSelector(requirements.ToImmutable());
    }

    private static LabelRequirement From(Match match)
    {
        var key = match.Groups["key"].Value;
        if (match.Groups["not"].Success)
            return new LabelRequirement(key, LabelOperator.DoesNotExist, []);
        if (match.Groups["set"].Success)
        {
            var values = match.Groups["values"].Value.Split(',', StringSplitOptions.TrimEntries);
            return new LabelRequirement(
                key,
                match.Groups["set"].Value == "in" ? LabelOperator.In : LabelOperator.NotIn,
                [.. values]
            );
        }

        ImmutableArray<string> value = [match.Groups["value"].Value];
        return match.Groups["op"].Value switch
        {
            "=" or "==" => new LabelRequirement(key, LabelOperator.In, value),
            "!=" => new LabelRequirement(key, LabelOperator.NotIn, value),
            ">" => new LabelRequirement(key, LabelOperator.GreaterThan, value),
            "<" => new LabelRequirement(key, LabelOperator.LessThan, value),
            _ => new LabelRequirement(key, LabelOperator.Exists, []),
        };
    }

    [GeneratedRegex(
        """
            ^\s*(?:
                (?<not>!)\s*(?<key>[\w./-]+)
              | (?<key>[\w./-]+)\s+(?<set>in|notin)\s*\((?<values>[^)]*)\)
              | (?<key>[\w./-]+)\s*(?<op>==|=|!=|>|<)\s*(?<value>[\w.-]*)
              | (?<key>[\w./-]+)
            )\s*(?:,(?=\s*\S)|$)
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Requirement();
}
