using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Runs;

/// <summary>What a run prints, while it prints.</summary>
internal sealed partial class RunOutput
{
    private readonly Lock gate = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly List<(string Text, TaskCompletionSource<OutputLine> Found)> awaited = [];
    private ImmutableArray<OutputLine> lines = [];

    /// <summary>The lines so far.</summary>
    public ImmutableArray<OutputLine> Lines
    {
        get
        {
            lock (gate)
                return lines;
        }
    }

    /// <summary>Takes every line of a stream until its end.</summary>
    public async Task ReadAsync(TextReader stream)
    {
        while (await stream.ReadLineAsync() is { } line)
            Add(new OutputLine(Colour().Replace(line, ""), clock.Elapsed));
    }

    /// <summary>The first line that contains a text, now or later.</summary>
    public Task<OutputLine> LineAsync(string text)
    {
        lock (gate)
        {
            if (lines.FirstOrDefault(line => line.Text.Contains(text, StringComparison.Ordinal)) is { } there)
                return Task.FromResult(there);
            var found = new TaskCompletionSource<OutputLine>(TaskCreationOptions.RunContinuationsAsynchronously);
            awaited.Add((text, found));
            return found.Task;
        }
    }

    private void Add(OutputLine line)
    {
        lock (gate)
        {
            lines = lines.Add(line);
            foreach (var (text, found) in awaited)
            {
                if (line.Text.Contains(text, StringComparison.Ordinal))
                    found.TrySetResult(line);
            }
        }
    }

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Colour();
}
