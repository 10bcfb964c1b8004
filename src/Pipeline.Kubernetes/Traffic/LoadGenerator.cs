using System.Net.Http.Headers;
using System.Text;
using Pipeline.Core.Analysis.Load;

namespace Pipeline.Kubernetes.Traffic;

/// <summary>Sends a load to a gateway while something else happens: open loop, so that a slow server does not slow it down.</summary>
public sealed class LoadGenerator : IAsyncDisposable
{
    /// <summary>Header by which business metrics can leave this traffic out.</summary>
    public const string Header = "X-Pipeline-Rehearsal";

    // What a server does not answer within this is a failure, and must not pile up.
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    private readonly HttpClient http;
    private readonly string host;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource stopped = new();
    private readonly Task sending;
    private long sent;
    private long failed;

    private LoadGenerator(IEnumerable<PlannedRequest> requests, Uri gateway, string host, TimeProvider clock)
    {
        this.host = host;
        this.clock = clock;
        http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256, UseCookies = false })
        {
            BaseAddress = gateway,
            Timeout = AnswerWithin,
        };
        sending = Task.Run(() => SendAsync(requests));
    }

    /// <summary>
    /// Durations of all requests, counted from when each was due, so that a server that stalls hides nothing; of those without an answer
    /// until they were given up.
    /// </summary>
    public LatencyHistogram Latency { get; } = new();

    /// <summary>Requests sent so far.</summary>
    public long Sent => Interlocked.Read(ref sent);

    /// <summary>Requests that got no answer or one with a status of 500 or above.</summary>
    public long Failed => Interlocked.Read(ref failed);

    /// <summary>Begins to send.</summary>
    /// <param name="plan">What to send, bounded in time and number.</param>
    /// <param name="gateway">Where to send it.</param>
    /// <param name="host">Host name of the route on the gateway.</param>
    /// <param name="clock">The time by which requests are due.</param>
    /// <exception cref="InvalidOperationException">The plan has problems.</exception>
    public static LoadGenerator Start(LoadPlan plan, Uri gateway, string host, TimeProvider clock) =>
        new(plan.Requests(new Random(plan.Seed)), gateway, host, clock);

    /// <summary>Stops sending and waits for the answers that are still due.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopped.CancelAsync();
        await sending;
        http.Dispose();
        stopped.Dispose();
    }

    private async Task SendAsync(IEnumerable<PlannedRequest> requests)
    {
        var started = clock.GetTimestamp();
        var flying = new List<Task>();
        foreach (var request in requests)
        {
            var wait = request.Due - clock.GetElapsedTime(started);
            // A timer is good for about a millisecond: what is due sooner goes out at once.
            if (wait > TimeSpan.FromMilliseconds(1) && !await WaitAsync(wait))
                break;
            if (stopped.IsCancellationRequested)
                break;

            flying.Add(SendAsync(request, started));
            if (flying.Count >= 1024)
                flying.RemoveAll(task => task.IsCompleted);
        }

        await Task.WhenAll(flying);
    }

    private async Task<bool> WaitAsync(TimeSpan time)
    {
        try
        {
            await Task.Delay(time, clock, stopped.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task SendAsync(PlannedRequest planned, long started)
    {
        Interlocked.Increment(ref sent);
        try
        {
            using var request = new HttpRequestMessage(new HttpMethod(planned.Route.Method), planned.Route.Path);
            request.Headers.Host = host;
            request.Headers.TryAddWithoutValidation(Header, "true");
            if (planned.Route.Body is { } body)
                request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

            using var answer = await http.SendAsync(request);
            if ((int)answer.StatusCode >= 500)
                Interlocked.Increment(ref failed);
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
        {
            Interlocked.Increment(ref failed);
        }

        Latency.Record(clock.GetElapsedTime(started) - planned.Due);
    }
}
