using Pipeline.Core.Rollouts.Status;

namespace Pipeline.Components.Operate;

/// <summary>Writes the status of environments, once or whenever it changes.</summary>
/// <param name="environments">The environments.</param>
/// <param name="write">Their status as a text.</param>
/// <param name="clock">The time.</param>
internal sealed class StatusView(
    IReadOnlyList<EnvironmentOperations> environments,
    Func<IReadOnlyList<EnvironmentStatus>, string> write,
    TimeProvider clock
)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>Where the text goes; standard output unless set.</summary>
    public TextWriter Output { get; init; } = Console.Out;

    /// <summary>Shows the status.</summary>
    /// <param name="watch">Whether to go on until stopped.</param>
    /// <param name="file">A file that gets the text as well, or null.</param>
    /// <param name="stop">Ends a watch.</param>
    public async Task ShowAsync(bool watch, string? file, CancellationToken stop)
    {
        string? shown = null;
        try
        {
            do
            {
                if (shown is not null)
                    await Task.Delay(LookEvery, clock, stop);
                var text = await ReadAsync(stop);
                if (text == shown)
                    continue;
                shown = text;
                await Output.WriteLineAsync(text);
                if (file is not null)
                    await WriteAsync(file, text);
            } while (watch);
        }
        catch (OperationCanceledException) when (watch && stop.IsCancellationRequested)
        {
            // That is how a watch ends.
        }
    }

    private async Task<string> ReadAsync(CancellationToken stop)
    {
        var statuses = new List<EnvironmentStatus>();
        foreach (var environment in environments)
            statuses.Add(await environment.StatusAsync(stop));
        return write(statuses);
    }

    private static async Task WriteAsync(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, text + "\n", CancellationToken.None);
    }
}
