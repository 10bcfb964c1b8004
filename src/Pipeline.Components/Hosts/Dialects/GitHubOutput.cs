using System.Text.RegularExpressions;

namespace Pipeline.Components.Hosts.Dialects;

/// <summary>Entries of the file that <c>GITHUB_OUTPUT</c> names.</summary>
public static partial class GitHubOutput
{
    /// <summary>The lines that set an output; a value of several lines stands between delimiters that do not occur in it.</summary>
    /// <param name="name">Letters, digits, <c>_</c> and <c>-</c>.</param>
    /// <param name="value">Any text.</param>
    public static string Entry(string name, string value)
    {
        if (!Name().IsMatch(name))
            throw new ArgumentException($"expected letters, digits, _ and - as name of an output, found '{name}'");
        if (value.AsSpan().IndexOfAny('\r', '\n') < 0)
            return $"{name}={value}\n";

        var delimiter = "EOF";
        while (value.Contains(delimiter, StringComparison.Ordinal))
            delimiter += "_";
        return $"{name}<<{delimiter}\n{value}\n{delimiter}\n";
    }

    [GeneratedRegex(@"^[A-Za-z_][\w-]*$")]
    private static partial Regex Name();
}
