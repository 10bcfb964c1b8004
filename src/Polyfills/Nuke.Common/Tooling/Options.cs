using System.Collections.ObjectModel;
using System.Linq.Expressions;

namespace Nuke.Common.Tooling;

/// <summary>Settings that are changed on copies: the values by property name, in the order in which they were first set.</summary>
public class Options : IOptions
{
    private OrderedDictionary<string, object> values = [];

    internal IEnumerable<KeyValuePair<string, object>> Values => values;

    internal Options Copy()
    {
        var copy = (Options)MemberwiseClone();
        copy.values = new OrderedDictionary<string, object>(values);
        return copy;
    }

    protected T Get<T>(Expression<Func<object>> provider) => OptionValue.As<T>(Find(NameOf(provider)));

    protected void Set<T>(Expression<Func<T>> provider, object value)
    {
        if (value is null)
            values.Remove(NameOf(provider));
        else
            values[NameOf(provider)] = OptionValue.Stored(typeof(T), value);
    }

    T IOptions.Get<T>(Expression<Func<object>> provider) => Get<T>(provider);

    void IOptions.Set<T>(Expression<Func<T>> provider, object value) => Set(provider, value);

    void IOptions.Remove<T>(Expression<Func<T>> provider) => values.Remove(NameOf(provider));

    void IOptions.SetDictionary<TKey, TValue>(
        Expression<Func<IReadOnlyDictionary<TKey, TValue>>> provider,
        TKey key,
        TValue value
    ) => ChangeDictionary(provider, pairs => pairs[key] = value);

    void IOptions.AddDictionary<TKey, TValue>(
        Expression<Func<IReadOnlyDictionary<TKey, TValue>>> provider,
        TKey key,
        TValue value
    ) => AddPairs(provider, [KeyValuePair.Create(key, value)]);

    void IOptions.AddDictionary<TKey, TValue>(
        Expression<Func<IReadOnlyDictionary<TKey, TValue>>> provider,
        Dictionary<TKey, TValue> value
    ) => AddPairs(provider, value);

    void IOptions.AddDictionary<TKey, TValue>(
        Expression<Func<IReadOnlyDictionary<TKey, TValue>>> provider,
        ReadOnlyDictionary<TKey, TValue> value
    ) => AddPairs(provider, value);

    void IOptions.RemoveDictionary<TKey, TValue>(
        Expression<Func<IReadOnlyDictionary<TKey, TValue>>> provider,
        TKey key
    ) => ChangeDictionary(provider, pairs => pairs.Remove(key));

    void IOptions.ClearDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>>> provider) =>
        ChangeDictionary(provider, pairs => pairs.Clear());

    void IOptions.AddCollection<T>(Expression<Func<IReadOnlyCollection<T>>> provider, params T[] value) =>
        Change(provider, items => items.Concat(value));

    void IOptions.AddCollection<T>(Expression<Func<IReadOnlyCollection<T>>> provider, IEnumerable<T> value) =>
        Change(provider, items => items.Concat(value));

    void IOptions.RemoveCollection<T>(Expression<Func<IReadOnlyCollection<T>>> provider, params T[] value) =>
        Change(provider, items => items.Where(item => !value.Contains(item)));

    void IOptions.RemoveCollection<T>(Expression<Func<IReadOnlyCollection<T>>> provider, IEnumerable<T> value) =>
        Change(provider, items => items.Where(item => !value.Contains(item)));

    void IOptions.ClearCollection<T>(Expression<Func<IReadOnlyCollection<T>>> provider) => Change(provider, _ => []);

    private void Change<T>(
        Expression<Func<IReadOnlyCollection<T>>> provider,
        Func<IEnumerable<T>, IEnumerable<T>> change
    ) => values[NameOf(provider)] = change((IEnumerable<T>)Find(NameOf(provider)) ?? []).ToList();

    private void AddPairs<TKey, TValue>(
        Expression<Func<IReadOnlyDictionary<TKey, TValue>>> provider,
        IEnumerable<KeyValuePair<TKey, TValue>> added
    ) =>
        ChangeDictionary(
            provider,
            pairs =>
            {
                foreach (var (key, value) in added)
                    Assert.True(pairs.TryAdd(key, value), $"{NameOf(provider)} has a value for '{key}' already");
            }
        );

    private void ChangeDictionary<TKey, TValue>(
        Expression<Func<IReadOnlyDictionary<TKey, TValue>>> provider,
        Action<Dictionary<TKey, TValue>> change
    )
    {
        var present = (IReadOnlyDictionary<TKey, TValue>)Find(NameOf(provider));
        var pairs = present is null ? [] : new Dictionary<TKey, TValue>(present);
        change(pairs);
        values[NameOf(provider)] = pairs;
    }

    private object Find(string name) => values.GetValueOrDefault(name);

    private static string NameOf(LambdaExpression provider) =>
        provider.Body switch
        {
            MemberExpression member => member.Member.Name,
            UnaryExpression { Operand: MemberExpression member } => member.Member.Name,
            _ => throw new ArgumentException($"Expected a property such as () => o.Property, but found {provider}"),
        };
}
