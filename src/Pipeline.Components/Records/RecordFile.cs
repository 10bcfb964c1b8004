using Pipeline.Core;

namespace Pipeline.Components.Records;

/// <summary>The record of one target on disk.</summary>
/// <param name="path">The JSON file.</param>
public sealed class RecordFile(string path)
{
    /// <summary>The record, or null when there is none that can be read.</summary>
    public TargetRecord? Read()
    {
        try
        {
            return File.Exists(path) ? StableJson.Read<TargetRecord>(File.ReadAllText(path), path) : null;
        }
        catch (FormatException)
        {
            // A record is only ever a reason to skip work; a broken one is none.
            return null;
        }
    }

    /// <summary>The record when it was made from the same inputs and everything it left is still there; else null.</summary>
    /// <param name="root">Folder that the products are relative to.</param>
    /// <param name="inputs">The inputs of today.</param>
    public TargetRecord? Matching(string root, InputHash inputs) =>
        Read() is { } record
        && record.Inputs == inputs
        && record.Products.All(product => Path.Exists(Path.Combine(root, product)))
            ? record
            : null;

    /// <summary>Writes the record, so that a reader finds the old one or the new one and nothing between.</summary>
    public void Write(TargetRecord record) => JsonFile.Write(path, record);

    /// <summary>Removes the record: its target is about to change what it stands for.</summary>
    public void Delete()
    {
        if (File.Exists(path))
            File.Delete(path);
    }
}
