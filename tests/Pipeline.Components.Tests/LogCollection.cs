namespace Pipeline.Components.Tests;

/// <summary>Tests that log or look at the log: they run one after the other.</summary>
[CollectionDefinition(nameof(LogCollection))]
public sealed class LogCollection;
