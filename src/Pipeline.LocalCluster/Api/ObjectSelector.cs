using Pipeline.LocalCluster.Selection;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api;

/// <summary>What a list or watch selects, by labels and by fields.</summary>
internal sealed record ObjectSelector(LabelSelector Labels, FieldSelector Fields)
{
    /// <summary>What selects everything need not look, and the objects need not be parsed.</summary>
    public bool IsEverything { get; } = Labels == LabelSelector.Everything && Fields == FieldSelector.Everything;

    public bool Selects(StoredObject stored) =>
        IsEverything || (Labels.Selects(stored.Content) && Fields.Selects(stored.Content));
}
