using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;

namespace Nuke.Common.Tooling;

/// <summary>A process whose output lines are redacted, kept and logged as they come.</summary>
internal sealed class ToolProcess : IProcess
{
    // After the end of the process only a survivor that inherited its output can hold the pipes open.
    private static readonly TimeSpan QuietLimit = TimeSpan.FromSeconds(1);

    private readonly Process process;
    private readonly Func<string, string> filter;
    private readonly TimeSpan? timeout;
    private readonly Action<OutputType, string> logger;
    private readonly ConcurrentQueue<Output> output = new();
    private readonly Lock logging = new();
    private readonly long started = Stopwatch.GetTimestamp();
    private readonly Task pumps;
    private ExceptionDispatchInfo loggerFailure;

    public ToolProcess(
        Process process,
        Func<string, string> filter,
        TimeSpan? timeout,
        Action<OutputType, string> logger
    )
    {
        this.process = process;
        this.filter = filter;
        this.timeout = timeout;
        this.logger = logger;
        pumps = Task.WhenAll(Pump(process.StandardOutput, OutputType.Std), Pump(process.StandardError, OutputType.Err));
    }

    public string FileName => process.StartInfo.FileName;

    public string Arguments => filter(process.StartInfo.Arguments);

    public string WorkingDirectory => process.StartInfo.WorkingDirectory;

    public IReadOnlyCollection<Output> Output => output;

    public int ExitCode => process.ExitCode;

    public bool HasExited => process.HasExited;

    public int Id => process.Id;

    internal string TimeoutText =>
        timeout is { } limit
            ? string.Create(CultureInfo.InvariantCulture, $" of {limit.TotalSeconds:0.###} s, with all it had started")
            : "";

    public void Dispose() => process.Dispose();

    public void Kill()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
    }

    public bool WaitForExit()
    {
        // Whoever ends this program while it waits must not leave the process behind.
        void KillOnExit(object sender, EventArgs e) => Kill();
        AppDomain.CurrentDomain.ProcessExit += KillOnExit;
        try
        {
            var inTime = EndsInTime();
            if (!inTime)
                Kill();
            process.WaitForExit();
            Drain();
            loggerFailure?.Throw();
            return inTime;
        }
        finally
        {
            AppDomain.CurrentDomain.ProcessExit -= KillOnExit;
        }
    }

    private bool EndsInTime()
    {
        if (timeout is not { } limit)
            return process.WaitForExit(Timeout.Infinite);

        var left = limit - Stopwatch.GetElapsedTime(started);
        return process.WaitForExit(left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }

    private void Drain()
    {
        int seen;
        do seen = output.Count;
        while (!pumps.Wait(QuietLimit) && output.Count > seen);
    }

    // Threads of their own: whoever waits blocks a pool thread, and reading must not queue up behind it.
    private Task Pump(StreamReader reader, OutputType type) =>
        Task.Factory.StartNew(
            () =>
            {
                while (reader.ReadLine() is { } line)
                    Receive(type, filter(line));
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );

    private void Receive(OutputType type, string text)
    {
        lock (logging)
        {
            output.Enqueue(new Output { Type = type, Text = text });
            if (loggerFailure is not null)
                return;

            try
            {
                logger?.Invoke(type, text);
            }
            catch (Exception exception)
            {
                // Reading goes on: a process whose pipe is full would never end.
                loggerFailure = ExceptionDispatchInfo.Capture(exception);
            }
        }
    }
}
