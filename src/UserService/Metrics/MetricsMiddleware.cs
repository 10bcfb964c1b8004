namespace UserService.Metrics;

/// <summary>Times and counts every request, and writes a line about it at debug level.</summary>
sealed class MetricsMiddleware(
    RequestDelegate next,
    RequestMetrics metrics,
    TimeProvider time,
    ILogger<MetricsMiddleware> logger
)
{
    /// <summary>The route label of a request that no route matches.</summary>
    public const string Unmatched = "unmatched";

    public async Task InvokeAsync(HttpContext context)
    {
        var start = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var duration = time.GetElapsedTime(start);
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? Unmatched;
            metrics.Observe(context.Request.Method, route, context.Response.StatusCode, duration);
            logger.Answered(
                context.Request.Method,
                context.Request.Path,
                context.Response.StatusCode,
                duration.TotalMilliseconds
            );
        }
    }
}
