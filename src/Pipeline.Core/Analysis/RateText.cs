using System.Globalization;

namespace Pipeline.Core.Analysis;

/// <summary>Rates and durations as the sentences of verdicts print them.</summary>
public static class RateText
{
    /// <summary>A rate from 0 to 1 in percent, for example <c>5.31 %</c>.</summary>
    public static string Of(double rate) =>
        (rate * 100).ToString(rate is 0 or >= 0.001 ? "0.##" : "0.####", CultureInfo.InvariantCulture) + " %";

    /// <summary>A duration in milliseconds, for example <c>500 ms</c>.</summary>
    public static string Of(TimeSpan duration) =>
        duration.TotalMilliseconds.ToString("0.###", CultureInfo.InvariantCulture) + " ms";

    /// <summary>A long duration in seconds, for example <c>90 s</c>.</summary>
    public static string InSeconds(TimeSpan duration) =>
        duration.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture) + " s";
}
