using Pipeline.LocalCluster.Hosting;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Api.Handlers;

/// <summary><c>pods/NAME/log</c>: the output of a container, from the node.</summary>
internal sealed class LogHandler(ResourceOperations operations, IPodLogs logs, IHostApplicationLifetime lifetime)
{
    public async Task GetAsync(HttpContext context, ResourcePath path)
    {
        var pod = operations.Get(path.Kind, path.Namespace ?? "", path.Name!);
        var request = new PodLogRequest(pod.Key, Container(context.Request, pod, path.Kind))
        {
            Previous = RequestQuery.Flag(context.Request, "previous"),
            Follow = RequestQuery.Flag(context.Request, "follow"),
            TailLines = RequestQuery.Number(context.Request, "tailLines"),
            LimitBytes = RequestQuery.Number(context.Request, "limitBytes"),
        };
        RefuseTimes(context.Request);
        RequireOutput(request, pod);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted,
            lifetime.ApplicationStopping
        );
        context.Response.ContentType = "text/plain";
        // Only a flush sends the headers, and a client does nothing before it has them.
        await context.Response.Body.FlushAsync(end.Token);
        try
        {
            await logs.WriteToAsync(request, context.Response.Body, end.Token);
        }
        catch (OperationCanceledException)
        {
            // The reader has seen enough.
        }
    }

    private static string Container(HttpRequest request, StoredObject pod, ResourceKind kind)
    {
        var names = pod.Content.Items("spec", "containers").Select(c => c.Text("name")).OfType<string>().ToList();
        var asked = RequestQuery.Text(request, "container");
        if (asked is null && names is [var only])
            return only;
        if (asked is null)
            throw Refusal.BadRequest(
                $"a container name must be specified for pod {pod.Key.Name}, choose one of: [{string.Join(' ', names)}]"
            );
        return names.Contains(asked)
            ? asked
            : throw Refusal.BadRequest($"container {asked} is not valid for {kind.Singular} {pod.Key.Name}");
    }

    private static void RequireOutput(PodLogRequest request, StoredObject pod)
    {
        var (name, container) = (request.Pod.Name, request.Container);
        var status = pod
            .Content.Items("status", "containerStatuses")
            .FirstOrDefault(status => status.Text("name") == container);
        if (request.Previous && status.At("lastState", "terminated") is null)
            throw Refusal.BadRequest($"previous terminated container \"{container}\" in pod \"{name}\" not found");
        if (status.Text("containerID") is { Length: > 0 })
            return;
        var reason = status.Text("state", "waiting", "reason") switch
        {
            "ErrImagePull" => "image can't be pulled",
            "ImagePullBackOff" => "trying and failing to pull image",
            { } other => other,
            null => "ContainerCreating",
        };
        throw Refusal.BadRequest($"container \"{container}\" in pod \"{name}\" is waiting to start: {reason}");
    }

    // Output goes straight from the process into a file, so that it survives the cluster; nobody sees when a line is written.
    private static void RefuseTimes(HttpRequest request)
    {
        foreach (var parameter in (ReadOnlySpan<string>)["timestamps", "sinceSeconds", "sinceTime"])
        {
            if (RequestQuery.Text(request, parameter) is not (null or "false"))
                throw Refusal.BadRequest($"{parameter}: the embedded cluster does not know the times of lines");
        }
    }
}
