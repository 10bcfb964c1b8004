using System.Globalization;

namespace Nuke.Common.Utilities.Collections;

/// <summary>Fluent additions to dictionaries, as <c>ReportSummary(_ => _.AddPair("Passed", passed))</c> wants them.</summary>
public static class DictionaryExtensions
{
    /// <summary>Adds a pair.</summary>
    public static Dictionary<TKey, TValue> AddPair<TKey, TValue>(
        this Dictionary<TKey, TValue> dictionary,
        TKey key,
        TValue value = default
    )
    {
        dictionary.Add(key, value);
        return dictionary;
    }

    /// <summary>Adds a pair whose value is turned into text.</summary>
    public static Dictionary<TKey, string> AddPair<TKey, TValue>(
        this Dictionary<TKey, string> dictionary,
        TKey key,
        TValue value = default
    )
    {
        dictionary.Add(key, Convert.ToString(value, CultureInfo.InvariantCulture));
        return dictionary;
    }
}
