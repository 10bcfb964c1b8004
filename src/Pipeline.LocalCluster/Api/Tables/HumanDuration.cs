namespace Pipeline.LocalCluster.Api.Tables;

/// <summary>Ages as kubectl prints them: <c>45s</c>, <c>3m12s</c>, <c>5h</c>, <c>12d</c>.</summary>
internal static class HumanDuration
{
    public static string Since(DateTimeOffset? start, DateTimeOffset now) =>
        start is { } began ? Format(now - began) : "<unknown>";

    public static string Format(TimeSpan span) =>
        span switch
        {
            { TotalSeconds: < 0 } => "0s",
            { TotalMinutes: < 2 } => $"{(int)span.TotalSeconds}s",
            { TotalMinutes: < 10 } => Pair((int)span.TotalMinutes, "m", span.Seconds, "s"),
            { TotalHours: < 3 } => $"{(int)span.TotalMinutes}m",
            { TotalHours: < 8 } => Pair((int)span.TotalHours, "h", span.Minutes, "m"),
            { TotalHours: < 48 } => $"{(int)span.TotalHours}h",
            { TotalDays: < 8 } => Pair((int)span.TotalDays, "d", span.Hours, "h"),
            { TotalDays: < 730 } => $"{(int)span.TotalDays}d",
            _ => Pair((int)span.TotalDays / 365, "y", (int)span.TotalDays % 365, "d"),
        };

    private static string Pair(int whole, string unit, int rest, string restUnit) =>
        rest == 0 ? $"{whole}{unit}" : $"{whole}{unit}{rest}{restUnit}";
}
