namespace Pipeline.Core.Analysis.Verdicts;

/// <summary>Rows of text whose columns are as wide as their widest cell.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    /// <summary>The rows as lines; the first one is the heading.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = rows[0].Select((_, column) => rows.Max(row => row[column].Length)).ToList();
        return rows.Select(row =>
            string.Join(Gap, row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()
        );
    }
}
