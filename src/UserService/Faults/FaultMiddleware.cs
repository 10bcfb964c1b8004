using UserService.Configuration;
using UserService.Errors;
using UserService.Users;

namespace UserService.Faults;

/// <summary>Makes requests to <c>/users</c> slow or fail, as configured, so that a bad release can be rehearsed.</summary>
sealed class FaultMiddleware(RequestDelegate next, ServiceOptions options, TimeProvider time)
{
    public static bool IsConfigured(ServiceOptions options) =>
        options.FaultErrorRate > 0 || options.FaultLatency > TimeSpan.Zero;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments(UserEndpoints.Path))
        {
            if (options.FaultLatency > TimeSpan.Zero)
                await Task.Delay(options.FaultLatency, time, context.RequestAborted);

            if (Random.Shared.NextDouble() < options.FaultErrorRate)
            {
                await Problem
                    .Of(StatusCodes.Status500InternalServerError, "An injected fault (FAULTS__ERRORRATE).")
                    .ExecuteAsync(context);
                return;
            }
        }

        await next(context);
    }
}
