using UserService.Configuration;

namespace UserService.Errors;

/// <summary>Gives every failed request a problem document, whoever refused it.</summary>
sealed class ProblemMiddleware(RequestDelegate next, ServiceOptions options, ILogger<ProblemMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { StatusCode: >= 400, HasStarted: false, ContentType: null })
                await Problem.Of(context.Response.StatusCode, detail: null).ExecuteAsync(context);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await Problem.Of(exception.StatusCode, exception.Message).ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            logger.Failed(exception, context.Request.Method, context.Request.Path);
            var detail = options.DebugMode ? exception.ToString() : null;
            await Problem.Of(StatusCodes.Status500InternalServerError, detail).ExecuteAsync(context);
        }
    }
}
