using System.Text;
using System.Text.RegularExpressions;

namespace Nuke.Common.IO;

/// <summary>One pattern of relative paths: <c>**</c> spans folders; <c>*</c>, <c>?</c>, <c>[a-z]</c> and <c>{a,b}</c> stay within one.</summary>
internal sealed class GlobPattern
{
    private readonly Regex path;
    private readonly Regex[] folders;
    private readonly bool spansFolders;

    private GlobPattern(string[] segments)
    {
        path = Compile(segments);
        var spanning = Array.IndexOf(segments, "**");
        spansFolders = spanning >= 0;
        folders = Enumerable
            .Range(1, spansFolders ? spanning : segments.Length - 1)
            .Select(length => Compile(segments[..length]))
            .ToArray();
    }

    public static GlobPattern Parse(string pattern)
    {
        var segments = pattern.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(segments, $"Expected a pattern such as src/**/*.csproj, but found '{pattern}'");
        return new GlobPattern(segments);
    }

    public bool Matches(string relativePath) => path.IsMatch(relativePath);

    /// <summary>Whether a match can lie below the folder, so that it is worth searching.</summary>
    public bool MayLieBelow(string folder)
    {
        var depth = folder.Count(c => c == '/') + 1;
        return depth <= folders.Length ? folders[depth - 1].IsMatch(folder) : spansFolders;
    }

    private static Regex Compile(string[] segments)
    {
        var pattern = new StringBuilder("^");
        for (var i = 0; i < segments.Length; i++)
        {
            var last = i == segments.Length - 1;
            pattern.Append(
                segments[i] == "**"
                    ? last
                        ? ".+"
                        : "(?:[^/]+/)*"
                    : Segment(segments[i]) + (last ? "" : "/")
            );
        }

        var options = EnvironmentInfo.IsLinux ? RegexOptions.None : RegexOptions.IgnoreCase;
        return new Regex(pattern.Append('$').ToString(), options | RegexOptions.CultureInvariant);
    }

    private static string Segment(string glob)
    {
        var pattern = new StringBuilder();
        for (var i = 0; i < glob.Length; i++)
        {
            var end = glob[i] switch
            {
                '[' => glob.IndexOf(']', i),
                '{' => glob.IndexOf('}', i),
                _ => -1,
            };
            var group = end > i ? glob[(i + 1)..end] : null;
            pattern.Append(
                (glob[i], group) switch
                {
                    ('*', _) => "[^/]*",
                    ('?', _) => "[^/]",
                    ('[', not null) => $"[{(group is ['!', ..] ? "^" + Class(group[1..]) : Class(group))}]",
                    ('{', not null) => $"(?:{string.Join('|', group.Split(',').Select(Segment))})",
                    _ => Regex.Escape(glob[i].ToString()),
                }
            );
            i = group is null ? i : end;
        }

        return pattern.ToString();
    }

    private static string Class(string characters) =>
        characters.Replace(@"\", @"\\").Replace("[", @"\[").Replace("^", @"\^");
}
