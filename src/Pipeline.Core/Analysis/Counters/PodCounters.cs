using System.Collections.Immutable;
using Pipeline.Core.Analysis.Exposition;

namespace Pipeline.Core.Analysis.Counters;

/// <summary>The last known counters of one pod.</summary>
/// <param name="Restarts">Restarts of its container at that time.</param>
/// <param name="Values">Null while the pod has never answered: its first answer is where counting begins.</param>
public sealed record PodCounters(int Restarts, ImmutableDictionary<SeriesId, double>? Values);
