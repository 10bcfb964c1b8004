using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Images.Docker.Contexts;

/// <summary>A line of <c>.dockerignore</c> (https://docs.docker.com/build/concepts/context/#dockerignore-files).</summary>
/// <param name="Path">What matches it is left out, with all that lies below.</param>
/// <param name="IsException">Whether what matches is taken in after all, after a line with <c>!</c>.</param>
internal sealed record IgnorePattern(Regex Path, bool IsException)
{
    /// <summary>The pattern of a line; null for a comment or an empty line.</summary>
    public static IgnorePattern? Parse(string line)
    {
        var text = line.Trim();
        if (text.Length == 0 || line.StartsWith('#'))
            return null;

        var isException = text.StartsWith('!');
        var parts = text.TrimStart('!')
            .Trim()
            .Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part != ".");
        var path = string.Join('/', parts);
        return path.Length == 0
            ? null
            : new IgnorePattern(new Regex($"^{Translate(path)}$", RegexOptions.CultureInvariant), isException);
    }

    private static string Translate(string pattern)
    {
        var expression = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '*' when pattern[i..].StartsWith("**/", StringComparison.Ordinal):
                    expression.Append("(.*/)?");
                    i += 2;
                    break;
                case '*' when pattern[i..].StartsWith("**", StringComparison.Ordinal):
                    expression.Append(".*");
                    i++;
                    break;
                case '*':
                    expression.Append("[^/]*");
                    break;
                case '?':
                    expression.Append("[^/]");
                    break;
                case '[' when pattern.IndexOf(']', i) is var end and > 0:
                    expression.Append(pattern.AsSpan(i, end - i + 1));
                    i = end;
                    break;
                case '\\' when i + 1 < pattern.Length:
                    expression.Append(Regex.Escape(pattern[++i].ToString()));
                    break;
                default:
                    expression.Append(Regex.Escape(pattern[i].ToString()));
                    break;
            }
        }

        return expression.ToString();
    }
}
