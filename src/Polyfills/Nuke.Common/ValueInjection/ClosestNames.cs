namespace Nuke.Common.ValueInjection;

/// <summary>Finds the names that a misspelt one was probably meant to be.</summary>
internal static class ClosestNames
{
    /// <summary>A sentence such as <c> Did you mean Ship?</c>, or nothing where no name is close.</summary>
    public static string Hint(string given, IEnumerable<string> names)
    {
        var closest = To(given, names);
        return closest.Count == 0 ? "" : $" Did you mean {string.Join(" or ", closest)}?";
    }

    /// <summary>At most three names, the closest first.</summary>
    public static IReadOnlyList<string> To(string given, IEnumerable<string> names)
    {
        var key = ParameterName.Key(given);
        return
        [
            .. names
                .Select(name => (Name: name, Distance: Distance(key, ParameterName.Key(name))))
                .Where(x => x.Distance <= Math.Max(1, key.Length / 3))
                .OrderBy(x => x.Distance)
                .Select(x => x.Name)
                .Take(3),
        ];
    }

    // "conf" for "configuration", "faultrate" for "faulterrorrate".
    private static bool IsShortFor(string given, string name)
    {
        if (given.Length < 3)
            return false;
        if (name.StartsWith(given, StringComparison.Ordinal))
            return true;

        var matched = 0;
        foreach (var character in name)
        {
            if (matched < given.Length && given[matched] == character)
                matched++;
        }

        return matched == given.Length && matched * 2 >= name.Length;
    }

    // Optimal string alignment: Levenshtein's distance with swapped neighbours counted once.
    private static int Distance(string left, string right)
    {
        if (IsShortFor(left, right))
            return 1;

        var distances = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            distances[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            distances[0, j] = j;

        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = distances[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                var best = Math.Min(replaced, 1 + Math.Min(distances[i - 1, j], distances[i, j - 1]));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    best = Math.Min(best, 1 + distances[i - 2, j - 2]);
                distances[i, j] = best;
            }
        }

        return distances[left.Length, right.Length];
    }
}
