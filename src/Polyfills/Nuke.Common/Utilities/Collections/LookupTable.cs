using System.Collections;

namespace Nuke.Common.Utilities.Collections;

/// <summary>A lookup that can be changed; a key without values has an empty list.</summary>
public class LookupTable<TKey, TValue> : ILookup<TKey, TValue>
{
    private readonly Dictionary<TKey, List<TValue>> dictionary = [];

    /// <summary>The number of keys.</summary>
    public int Count => dictionary.Count;

    /// <summary>The values of the key, in the order in which they were added.</summary>
    public IEnumerable<TValue> this[TKey key]
    {
        get => dictionary.TryGetValue(key, out var values) ? values : [];
        set => dictionary[key] = [.. value];
    }

    /// <summary>Adds a value to the key.</summary>
    public void Add(TKey key, TValue value) => AddRange(key, [value]);

    /// <summary>Adds values to the key.</summary>
    public void AddRange(TKey key, IEnumerable<TValue> values) => this[key] = this[key].Concat(values);

    /// <summary>Removes the key with all its values.</summary>
    public void Remove(TKey key) => dictionary.Remove(key);

    /// <summary>Whether the key is there, even without values.</summary>
    public bool Contains(TKey key) => dictionary.ContainsKey(key);

    public IEnumerator<IGrouping<TKey, TValue>> GetEnumerator() =>
        dictionary.Select(IGrouping<TKey, TValue> (x) => new Grouping(x.Key, x.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class Grouping(TKey key, List<TValue> values) : IGrouping<TKey, TValue>
    {
        public TKey Key => key;

        public IEnumerator<TValue> GetEnumerator() => values.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
