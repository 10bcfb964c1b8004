namespace Pipeline.Core.Analysis.Intervals;

/// <summary>That the points scatter otherwise than before, which no shift tells.</summary>
/// <param name="Ratio">Mean distance from the median, new version over stable one; null when the stable one does not scatter.</param>
/// <param name="PValue">Probability of a difference like this if both scatter alike.</param>
public sealed record SpreadChange(double? Ratio, double PValue);
