using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Selection;

/// <summary>Requirements on labels, all of which must hold; without any, everything matches.</summary>
public sealed record LabelSelector(ImmutableArray<LabelRequirement> Requirements)
{
    public static readonly LabelSelector Everything = new([]);

    /// <summary>A selector from a <c>LabelSelector</c> object: <c>matchLabels</c> and <c>matchExpressions</c>.</summary>
    public static LabelSelector From(JsonObject? selector)
    {
        var labels = selector.Map("matchLabels").Select(p => LabelRequirement.Equal(p.Key, p.Value));
        var expressions = selector
            .Items("matchExpressions")
            .Select(e => new LabelRequirement(
                e.Text("key") ?? "",
                Enum.Parse<LabelOperator>(e.Text("operator") ?? ""),
                [.. e.Texts("values")]
            ));
        return new LabelSelector([.. labels, .. expressions]);
    }

    /// <summary>A selector from plain labels, as Services have it.</summary>
    public static LabelSelector FromLabels(JsonNode? labels) =>
        new([.. labels.Map().Select(p => LabelRequirement.Equal(p.Key, p.Value))]);

    /// <summary>Whether an object with these labels is selected.</summary>
    public bool Matches(JsonObject? labels) =>
        Requirements.All(requirement => requirement.Matches(labels?[requirement.Key].Text()));

    /// <summary>Whether an object is selected by its labels.</summary>
    public bool Selects(JsonObject content) => Matches(content.At("metadata", "labels") as JsonObject);

    /// <summary>The selector as a query parameter: <c>app=web,tier in (a,b)</c>.</summary>
    public override string ToString() => string.Join(',', Requirements);
}
