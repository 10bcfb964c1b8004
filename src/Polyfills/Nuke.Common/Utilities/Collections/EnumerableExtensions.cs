namespace Nuke.Common.Utilities.Collections;

/// <summary>Sequences the way that build definitions use them.</summary>
public static class EnumerableExtensions
{
    /// <summary>Runs <paramref name="action"/> for each element.</summary>
    public static void ForEach<T>(this IEnumerable<T> enumerable, Action<T> action)
    {
        foreach (var item in enumerable)
            action(item);
    }

    public static IEnumerable<T> WhereNotNull<T>(this IEnumerable<T> enumerable)
        where T : class => enumerable.Where(item => item is not null);

    public static bool IsNullOrEmpty<T>(this IEnumerable<T> enumerable) => enumerable is null || !enumerable.Any();
}
