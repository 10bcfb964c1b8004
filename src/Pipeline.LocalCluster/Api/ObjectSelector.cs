using Pipeline.LocalCluster.Selection;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api;

/// <summary>What a list or watch selects, by labels and by fields.</summary>
internal sealed record ObjectSelector(LabelSelector Labels, FieldSelector Fields)
{
    // What selects everything need not look, and the object need not be parsed.
    private readonly bool _isEverything = Labels == LabelSelector.Everything && Fields == FieldSelector.Everything;

    public bool Selects(StoredObject stored) =>
        _isEverything || (Labels.Selects(stored.Content) && Fields.Selects(stored.Content));
}
