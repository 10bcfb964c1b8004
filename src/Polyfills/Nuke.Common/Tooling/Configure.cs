namespace Nuke.Common.Tooling;

/// <summary>Returns <paramref name="options"/> with changes.</summary>
public delegate T Configure<T>(T options);

/// <summary>Returns <paramref name="options"/> with changes that depend on <paramref name="value"/>.</summary>
public delegate TOptions Configure<TOptions, in TValue>(TOptions options, TValue value);

/// <summary>Makes one or more variants of <paramref name="options"/>, each to be executed.</summary>
public delegate IEnumerable<T> CombinatorialConfigure<T>(T options);
