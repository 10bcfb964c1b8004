namespace Nuke.Common.Tooling;

/// <summary>Changes of settings, and their combinations.</summary>
public static class OptionsExtensions
{
    /// <summary>A copy of the settings after <paramref name="modification"/>.</summary>
    public static T Modify<T>(this T options, Action<IOptions> modification = null)
        where T : Options
    {
        var copy = (T)options.Copy();
        modification?.Invoke(copy);
        return copy;
    }

    public static T Apply<T>(this T options, Configure<T> configurator) => configurator(options);

    public static T Apply<T, TValue>(this T options, Configure<T, TValue> configurator, TValue value) =>
        configurator(options, value);

    public static T[] Apply<T>(this T[] options, Configure<T> configurator) =>
        [.. options.Select(each => configurator(each))];

    /// <summary>One variant per configurator.</summary>
    public static T[] CombineWith<T>(this T options, params Configure<T>[] configurators) =>
        [.. configurators.Select(configurator => configurator(options))];

    /// <summary>One variant per value.</summary>
    public static T[] CombineWith<T, TValue>(
        this T options,
        IEnumerable<TValue> values,
        Func<T, TValue, T> configurator
    ) => [.. values.Select(value => configurator(options, value))];

    /// <summary>Every variant so far with every value.</summary>
    public static T[] CombineWith<T, TValue>(
        this IEnumerable<T> options,
        IEnumerable<TValue> values,
        Func<T, TValue, T> configurator
    ) => [.. options.SelectMany(each => values, configurator)];

    /// <summary>The variants that <paramref name="configurator"/> makes for each value.</summary>
    public static T[] CombineWith<T, TValue>(
        this T options,
        IEnumerable<TValue> values,
        Func<T, TValue, IEnumerable<T>> configurator
    ) => [.. values.SelectMany(value => configurator(options, value))];

    public static T When<T>(this T options, Func<T, bool> condition, Configure<T> configurator) =>
        condition(options) ? configurator(options) : options;
}
