namespace Pipeline.Kubernetes.Tests;

/// <summary>A clock that jumps to its next timer whenever the code under test waits for one.</summary>
internal sealed class ManualClock : TimeProvider
{
    private const int Patience = 2000;

    private readonly Lock gate = new();
    private readonly List<Timer> timers = [];
    private DateTimeOffset now = DateTimeOffset.UnixEpoch;

    public TimeSpan Elapsed => GetUtcNow() - DateTimeOffset.UnixEpoch;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Waits for the task, and lets time pass for as long as it takes.</summary>
    public async Task<T> RunAsync<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            // What polls waits less than that: a leap means that somebody may be at work on another thread.
            for (var turn = 0; turn < Patience && IsLeap() && !task.IsCompleted; turn++)
                await Task.Yield();
            FireNext();
            await Task.Yield();
        }

        return await task;
    }

    /// <summary>
    /// Starts something on a thread without synchronisation context, so that it goes on within the timer that it waits for and no
    /// later timer fires meanwhile; lets time pass for as long as it takes.
    /// </summary>
    public Task<T> RunAsync<T>(Func<Task<T>> start) => Task.Run(() => RunAsync(start()));

    /// <summary>Lets time pass, timer by timer, until the condition holds.</summary>
    public Task UntilAsync(Func<bool> condition)
    {
        var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;
        return Task.Run(async () =>
        {
            while (!condition())
            {
                patience.ThrowIfCancellationRequested();
                FireNext();
                await Task.Yield();
            }
        });
    }

    private bool IsLeap()
    {
        lock (gate)
            return timers.Count == 0 || timers.Min(timer => timer.Due) - now > TimeSpan.FromSeconds(1);
    }

    private void FireNext()
    {
        Timer? next;
        lock (gate)
        {
            next = timers.MinBy(timer => timer.Due);
            if (next is null)
                return;
            timers.Remove(next);
            now = next.Due > now ? next.Due : now;
        }

        next.Fire();
    }

    private sealed class Timer(ManualClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock.now + dueTime;
                    clock.timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
