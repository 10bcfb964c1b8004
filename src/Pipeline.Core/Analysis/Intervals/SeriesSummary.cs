namespace Pipeline.Core.Analysis.Intervals;

/// <summary>A series of points in numbers, after missing values and outliers were dealt with.</summary>
/// <param name="Count">Number of points.</param>
/// <param name="Minimum">Smallest point; 0 without points.</param>
/// <param name="Maximum">Greatest point; 0 without points.</param>
/// <param name="Mean">Arithmetic mean; 0 without points.</param>
public sealed record SeriesSummary(int Count, double Minimum, double Maximum, double Mean)
{
    /// <summary>Summarises points.</summary>
    /// <param name="sorted">The points in rising order.</param>
    public static SeriesSummary Of(ReadOnlySpan<double> sorted) =>
        sorted.IsEmpty ? new(0, 0, 0, 0) : new(sorted.Length, sorted[0], sorted[^1], MeanOf(sorted));

    // In two passes: the second makes up for what the first lost by rounding.
    private static double MeanOf(ReadOnlySpan<double> points)
    {
        var sum = 0.0;
        foreach (var point in points)
            sum += point;
        var mean = sum / points.Length;

        var rest = 0.0;
        foreach (var point in points)
            rest += point - mean;
        return mean + rest / points.Length;
    }
}
