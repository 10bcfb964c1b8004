using System.Globalization;

namespace Pipeline.LocalCluster.Hosting;

/// <summary>The cluster's log: lines in <c>ROOT/logs/cluster.log</c>, and on standard output until the cluster is ready.</summary>
internal sealed class ClusterLog : ILoggerProvider
{
    private readonly Lock _gate = new();
    private readonly StreamWriter _file;
    private readonly TimeProvider _time;
    private volatile bool _alsoOutput = true;

    public ClusterLog(string directory, TimeProvider time)
    {
        Directory.CreateDirectory(directory);
        Path = System.IO.Path.Combine(directory, "cluster.log");
        _file = new StreamWriter(Path, append: true) { AutoFlush = true };
        _time = time;
    }

    public string Path { get; }

    /// <summary>From now on only the file is written.</summary>
    public void LeaveOutput() => _alsoOutput = false;

    public ILogger CreateLogger(string categoryName) =>
        new Writer(this, categoryName[(categoryName.LastIndexOf('.') + 1)..]);

    public void Dispose() => _file.Dispose();

    private void Write(LogLevel level, string category, string message, Exception? exception)
    {
        var at = _time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        var line = $"{at} {level.ToString()[..4].ToLowerInvariant()} {category}: {message}";
        if (exception is not null)
            line += Environment.NewLine + exception;
        lock (_gate)
        {
            try
            {
                _file.WriteLine(line);
                if (_alsoOutput)
                    Console.Out.WriteLine(line);
            }
            catch (IOException)
            {
                // A full disk must not stop what is only being told about.
            }
        }
    }

    private sealed class Writer(ClusterLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
                log.Write(logLevel, category, formatter(state, exception), exception);
        }
    }
}
