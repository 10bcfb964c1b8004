using System.Collections.Immutable;

namespace Pipeline.Core.Workflows.Targets;

/// <summary>Files of one target that another one reads.</summary>
/// <param name="Producer">The target that leaves them behind.</param>
/// <param name="Patterns">Which of them; all when empty.</param>
public sealed record Consumption(string Producer, ImmutableArray<string> Patterns);
