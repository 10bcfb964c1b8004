using System.Globalization;

namespace Nuke.Common.Execution;

/// <summary>How durations are printed.</summary>
internal static class Durations
{
    /// <summary><c>0.4 s</c>, <c>12 s</c>, <c>3:05 min</c>.</summary>
    public static string Text(TimeSpan duration)
    {
        if (duration < TimeSpan.FromSeconds(10))
            return string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s");
        if (duration < TimeSpan.FromSeconds(59.5))
            return string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0} s");

        var seconds = (int)Math.Round(duration.TotalSeconds);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00} min");
    }
}
