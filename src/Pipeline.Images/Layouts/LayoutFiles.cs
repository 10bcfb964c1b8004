namespace Pipeline.Images.Layouts;

/// <summary>Writes the files below one directory so that each is seen whole or not at all, whenever the writer dies.</summary>
sealed class LayoutFiles(string root)
{
    /// <summary>How old a half-written file must be before its writer counts as dead.</summary>
    static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    readonly string _staging = Path.Combine(root, ".staging");

    public FileStream CreateTemporary()
    {
        Directory.CreateDirectory(_staging);
        return new FileStream(
            Path.Combine(_staging, Guid.NewGuid().ToString("n")),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.Asynchronous,
                BufferSize = 1 << 16,
            }
        );
    }

    /// <summary>Gives a finished temporary file its place; the bytes reach the disk before the name does.</summary>
    public static void Publish(FileStream temporary, string path)
    {
        var source = temporary.Name;
        temporary.Flush(flushToDisk: true);
        temporary.Dispose();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(source, path, overwrite: true);
    }

    public async Task ReplaceAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var temporary = CreateTemporary();
        try
        {
            await temporary.WriteAsync(content, cancellationToken);
            Publish(temporary, path);
        }
        catch (Exception exception)
        {
            Discard(temporary);
            if (IsDiskTrouble(exception))
                throw NotWritten(path, exception);
            throw;
        }
    }

    public static void Discard(FileStream temporary)
    {
        var path = temporary.Name;
        try
        {
            // On a full disk closing the file fails as well, because it flushes what is still buffered.
            temporary.Dispose();
        }
        catch (Exception exception) when (IsDiskTrouble(exception))
        {
            temporary.SafeFileHandle.Dispose();
        }

        File.Delete(path);
    }

    /// <summary>Whether writing failed for want of room or the like; the runtime reports a limit on the size of files as an argument.</summary>
    public static bool IsDiskTrouble(Exception exception) => exception is IOException or ArgumentOutOfRangeException;

    public ImageLayoutException NotWritten(string path, Exception cause) =>
        new($"{path} could not be written: {cause.Message} {root} is as it was before.", cause);

    /// <summary>Deletes what writers that died have left behind.</summary>
    public void RemoveAbandoned(DateTimeOffset now)
    {
        if (!Directory.Exists(_staging))
            return;

        foreach (var file in new DirectoryInfo(_staging).EnumerateFiles())
        {
            if (now - file.LastWriteTimeUtc > Abandoned)
                file.Delete();
        }
    }
}
