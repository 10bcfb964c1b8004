using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Pipeline.Core.Quality.Dependencies;

/// <summary>Licences joined by AND, OR and WITH (SPDX 2.3, annex D).</summary>
public static partial class LicenseExpression
{
    /// <summary>Whether a list of licences allows what an expression says: one side of an OR suffices, of an AND both are needed.</summary>
    /// <param name="expression">For example <c>MIT OR (GPL-2.0-only WITH Classpath-exception-2.0)</c>.</param>
    /// <param name="allowed">Identifiers of licences, perhaps with an exception: <c>GPL-2.0-only WITH Classpath-exception-2.0</c>.</param>
    /// <exception cref="FormatException">It is no licence expression.</exception>
    public static bool IsAllowed(string expression, IReadOnlyCollection<string> allowed)
    {
        var words = new Queue<string>(Words().Matches(expression).Select(match => match.Value));
        var isAllowed = Either(words, [.. allowed.Select(each => each.ToUpperInvariant())]);
        return words.Count == 0
            ? isAllowed
            : throw new FormatException($"'{expression}' is no licence expression: '{words.Peek()}' was not expected");
    }

    private static bool Either(Queue<string> words, ImmutableHashSet<string> allowed)
    {
        var isAllowed = Both(words, allowed);
        while (Takes(words, "OR"))
            isAllowed |= Both(words, allowed);
        return isAllowed;
    }

    private static bool Both(Queue<string> words, ImmutableHashSet<string> allowed)
    {
        var isAllowed = One(words, allowed);
        while (Takes(words, "AND"))
            isAllowed &= One(words, allowed);
        return isAllowed;
    }

    private static bool One(Queue<string> words, ImmutableHashSet<string> allowed)
    {
        if (Takes(words, "("))
        {
            var isAllowed = Either(words, allowed);
            return Takes(words, ")") ? isAllowed : throw new FormatException("a licence expression lacks ')'");
        }

        var license = Next(words);
        return allowed.Contains((Takes(words, "WITH") ? $"{license} WITH {Next(words)}" : license).ToUpperInvariant());
    }

    private static bool Takes(Queue<string> words, string word) =>
        words.TryPeek(out var next) && next.Equals(word, StringComparison.OrdinalIgnoreCase) && words.TryDequeue(out _);

    private static string Next(Queue<string> words) =>
        words.TryDequeue(out var word) && word is not ("(" or ")")
            ? word
            : throw new FormatException("a licence expression ends where a licence was expected");

    [GeneratedRegex(@"[()]|[^\s()]+")]
    private static partial Regex Words();
}
