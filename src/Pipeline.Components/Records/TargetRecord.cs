using System.Collections.Immutable;

namespace Pipeline.Components.Records;

/// <summary>That a target succeeded: with which inputs, when, and what it left behind.</summary>
/// <param name="Target">Name of the target.</param>
/// <param name="Inputs">Hash of what it worked on.</param>
/// <param name="At">When it finished.</param>
/// <param name="Products">Files and folders that must still be there for the record to count, relative to the repository root.</param>
public sealed record TargetRecord(string Target, InputHash Inputs, DateTimeOffset At, ImmutableArray<string> Products);
