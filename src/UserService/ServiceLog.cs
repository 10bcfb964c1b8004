namespace UserService;

/// <summary>
/// Every message that the service logs. They are in one class because the generator of SDK 10.0.401 writes several classes in an
/// order that changes from build to build, and the same commit must give the same bytes.
/// </summary>
static partial class ServiceLog
{
    [LoggerMessage(
        1,
        LogLevel.Information,
        "listening on {Urls}, version {Version}, image {Digest}, revision {Revision}"
    )]
    public static partial void Listening(
        this ILogger logger,
        string urls,
        string version,
        string digest,
        string revision
    );

    [LoggerMessage(
        2,
        LogLevel.Warning,
        "faults are injected into /users: error rate {ErrorRate}, latency {LatencyMs} ms"
    )]
    public static partial void FaultsConfigured(this ILogger logger, double errorRate, double latencyMs);

    [LoggerMessage(3, LogLevel.Information, "not ready any more; accepting requests for another {Seconds} s")]
    public static partial void Draining(this ILogger logger, double seconds);

    [LoggerMessage(4, LogLevel.Information, "stopped")]
    public static partial void Stopped(this ILogger logger);

    [LoggerMessage(5, LogLevel.Debug, "{Method} {Path} {Status} in {DurationMs} ms")]
    public static partial void Answered(
        this ILogger logger,
        string method,
        PathString path,
        int status,
        double durationMs
    );

    [LoggerMessage(6, LogLevel.Error, "{Method} {Path} failed")]
    public static partial void Failed(this ILogger logger, Exception exception, string method, PathString path);
}
