namespace UserService.Hosting;

/// <summary>While draining, asks each client to close its connection, so that none is left on which a request could be lost.</summary>
sealed class DrainingMiddleware(RequestDelegate next, Readiness readiness)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (readiness.IsDraining)
            context.Response.Headers.Connection = "close";

        return next(context);
    }
}
