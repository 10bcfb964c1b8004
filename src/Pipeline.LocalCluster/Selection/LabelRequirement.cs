using System.Collections.Immutable;
using System.Globalization;

namespace Pipeline.LocalCluster.Selection;

/// <summary>One requirement on one label.</summary>
public sealed record LabelRequirement(string Key, LabelOperator Operator, ImmutableArray<string> Values)
{
    public static LabelRequirement Equal(string key, string value) => new(key, LabelOperator.In, [value]);

    /// <summary>Whether <paramref name="label"/>, null if the object does not have it, meets the requirement.</summary>
    public bool Matches(string? label) =>
        Operator switch
        {
            LabelOperator.In => label is not null && Values.Contains(label),
            LabelOperator.NotIn => label is null || !Values.Contains(label),
            LabelOperator.Exists => label is not null,
            LabelOperator.DoesNotExist => label is null,
            LabelOperator.GreaterThan => Compare(label) > 0,
            _ => Compare(label) < 0,
        };

    public override string ToString() =>
        Operator switch
        {
            LabelOperator.In when Values is [var only] => $"{Key}={only}",
            LabelOperator.In => $"{Key} in ({string.Join(',', Values)})",
            LabelOperator.NotIn => $"{Key} notin ({string.Join(',', Values)})",
            LabelOperator.Exists => Key,
            LabelOperator.DoesNotExist => $"!{Key}",
            LabelOperator.GreaterThan => $"{Key}>{Values[0]}",
            _ => $"{Key}<{Values[0]}",
        };

    private int Compare(string? label) =>
        long.TryParse(label, NumberStyles.Integer, CultureInfo.InvariantCulture, out var actual)
        && long.TryParse(Values[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out var limit)
            ? actual.CompareTo(limit)
            : 0;
}
