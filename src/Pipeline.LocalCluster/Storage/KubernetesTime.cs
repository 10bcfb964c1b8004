using System.Globalization;

namespace Pipeline.LocalCluster.Storage;

/// <summary>Times as Kubernetes writes them: RFC 3339 in UTC.</summary>
public static class KubernetesTime
{
    /// <summary>A time in whole seconds: <c>2025-11-30T09:15:00Z</c>.</summary>
    public static string Format(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>A time in microseconds, as in Leases.</summary>
    public static string FormatMicro(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);
}
