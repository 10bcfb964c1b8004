using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Selection;

namespace Pipeline.LocalCluster.Api;

/// <summary>What a list or watch selects, by labels and by fields.</summary>
internal sealed record ObjectSelector(LabelSelector Labels, FieldSelector Fields)
{
    public bool Selects(JsonObject content) => Labels.Selects(content) && Fields.Selects(content);
}
