namespace Pipeline.Images.Layouts;

/// <summary>An exclusive lock on a layout's index, across processes; the operating system releases it when its holder dies.</summary>
sealed class LayoutLock : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    static readonly TimeSpan RetryEvery = TimeSpan.FromMilliseconds(10);

    readonly FileStream _file;

    LayoutLock(FileStream file) => _file = file;

    /// <summary>Waits up to 30 s for the lock, then throws <see cref="ImageLayoutException"/>.</summary>
    public static async Task<LayoutLock> AcquireAsync(
        string path,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var start = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new LayoutLock(
                    new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1)
                );
            }
            catch (IOException exception) when (File.Exists(path))
            {
                if (time.GetElapsedTime(start) > Patience)
                    throw new ImageLayoutException(
                        $"{path} could not be locked within {Patience.TotalSeconds} s: {exception.Message} "
                            + "Wait for the other process, or end it.",
                        exception
                    );
            }
            catch (IOException exception)
            {
                throw new ImageLayoutException($"{path} could not be created: {exception.Message}", exception);
            }

            await Task.Delay(RetryEvery, time, cancellationToken);
        }
    }

    public void Dispose() => _file.Dispose();
}
