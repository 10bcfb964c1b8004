using System.Globalization;

namespace Pipeline.Core.Analysis.Exposition;

/// <summary>Numbers as Prometheus writes them, in its text format and in its API.</summary>
public static class PrometheusNumber
{
    /// <summary>Reads a number; NaN and the infinities are some.</summary>
    public static bool TryParse(string word, out double value)
    {
        value = word.ToLowerInvariant() switch
        {
            "+inf" or "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            _ => double.NaN,
        };
        return !double.IsNaN(value)
            || word.Equals("nan", StringComparison.OrdinalIgnoreCase)
            || double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }
}
