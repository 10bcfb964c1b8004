namespace Pipeline.Core.Analysis.Counters;

/// <summary>How many of some requests were bad.</summary>
/// <param name="Bad">From 0 to <paramref name="Total"/>.</param>
/// <param name="Total">All requests.</param>
public sealed record Proportion(long Bad, long Total)
{
    /// <summary>The observed share, 0 to 1; 0 without requests.</summary>
    public double Rate => Total == 0 ? 0 : (double)Bad / Total;

    /// <summary>For people, for example <c>5.31 % of 320 requests</c>.</summary>
    public override string ToString() => $"{RateText.Of(Rate)} of {Total} requests";
}
