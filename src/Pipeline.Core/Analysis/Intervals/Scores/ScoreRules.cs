using System.Collections.Immutable;

namespace Pipeline.Core.Analysis.Intervals.Scores;

/// <summary>How the labels of metrics add up to a score.</summary>
public sealed record ScoreRules
{
    public IntervalMode Mode { get; init; }

    /// <summary>Weights of groups in percent; groups without one share what is left of 100 equally.</summary>
    public ImmutableSortedDictionary<string, double> GroupWeights { get; init; } =
        ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>Scores from here on pass, 0 to 100; null when every score that is not too low passes.</summary>
    public double? Pass { get; init; } = 95;

    /// <summary>Scores from here on, but below <see cref="Pass"/>, are marginal; null when there is no such range.</summary>
    public double? Marginal { get; init; } = 75;

    /// <summary>Whether a run of several intervals goes on after one with this score.</summary>
    public bool GoesOnAfter(double score) => Marginal is not { } marginal || score > marginal;

    /// <summary>Whether a run whose last interval has this score ends well.</summary>
    public bool EndsWellWith(double score) => Pass is { } pass ? score >= pass : GoesOnAfter(score);
}
