namespace Pipeline.Components.Workflows;

/// <summary>How a text differs from another one, for a person to read.</summary>
internal static class TextDifference
{
    private const int Context = 2;

    /// <summary>The lines of a diff in the usual form, one hunk around everything that differs; none for equal texts.</summary>
    /// <param name="path">What the texts are.</param>
    /// <param name="there">The text that is there; empty for none.</param>
    /// <param name="wanted">The text that should be.</param>
    public static IEnumerable<string> Of(string path, string there, string wanted)
    {
        if (there == wanted)
            return [];
        if (there.Length == 0)
            return [$"{path}: is missing"];
        // A carriage return is a difference that nobody would see.
        var (old, other) = (Lines(there), Lines(wanted));
        var start = old.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var shorter = Math.Min(old.Length, other.Length) - start;
        var end = old.Reverse().Zip(other.Reverse()).Take(shorter).TakeWhile(pair => pair.First == pair.Second).Count();
        return
        [
            $"--- {path} (there)",
            $"+++ {path} (generated)",
            $"@@ line {start + 1} @@",
            .. old[Math.Max(0, start - Context)..start].Select(line => $" {line}"),
            .. old[start..^end].Select(line => $"-{line}"),
            .. other[start..^end].Select(line => $"+{line}"),
            .. old[^end..].Take(Context).Select(line => $" {line}"),
        ];
    }

    private static string[] Lines(string text) => text.Replace("\r", "\\r", StringComparison.Ordinal).Split('\n');
}
