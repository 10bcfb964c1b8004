using Pipeline.LocalCluster.Api.Documents;
using Pipeline.LocalCluster.Api.Handlers;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api;

/// <summary>Answers every request to the API port: authentication, routing, and a <c>Status</c> object for what is refused.</summary>
internal sealed class ApiServer(
    Authentication authentication,
    DocumentHandler documents,
    ResourceHandler resources,
    ILogger<ApiServer> log
)
{
    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await DispatchAsync(context);
        }
        catch (RefusalException refusal)
        {
            await RefuseAsync(context, refusal);
        }
        catch (StoreWriteException e)
        {
            await RefuseAsync(context, Refusal.InsufficientStorage(e.Message));
        }
        catch (VersionExpiredException e)
        {
            await RefuseAsync(context, Refusal.Expired(e.Message));
        }
        catch (Exception e) when (context.RequestAborted.IsCancellationRequested)
        {
            log.LogDebug(e, "{Method} {Path}: the client left", context.Request.Method, context.Request.Path);
        }
#pragma warning disable CA1031 // The last resort: the client gets a Status, the log gets the trace.
        catch (Exception e)
        {
            log.LogError(e, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
            await RefuseAsync(context, Refusal.InternalError(e.Message));
        }
#pragma warning restore CA1031
    }

    private Task DispatchAsync(HttpContext context)
    {
        var words = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (words is not ["healthz" or "livez" or "readyz", ..] and not ["version"])
            authentication.Require(context.Request);
        return words switch
        {
            ["apis", "authorization.k8s.io", "v1", "selfsubjectaccessreviews"] => AccessReviewHandler.CreateAsync(
                context
            ),
            ["api", _, _, ..] or ["apis", _, _, _, ..] => resources.HandleAsync(context, ResourcePath.Parse(words)),
            _ => documents.HandleAsync(context, words),
        };
    }

    // What is on the way to the client cannot be taken back; cutting the connection tells it that something is wrong.
    private static Task RefuseAsync(HttpContext context, RefusalException refusal)
    {
        if (!context.Response.HasStarted)
            return Respond.RefusalAsync(context, refusal);
        context.Abort();
        return Task.CompletedTask;
    }
}
