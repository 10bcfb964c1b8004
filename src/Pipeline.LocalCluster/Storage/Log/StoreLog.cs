using System.Globalization;
using Microsoft.Win32.SafeHandles;
using Pipeline.LocalCluster.Storage.Writing;

namespace Pipeline.LocalCluster.Storage.Log;

/// <summary>
/// The store on disk: one file, <c>NNNNNNNN.log</c>, that begins with a snapshot and goes on with the batches since. When
/// it has grown enough, a new file with a fresh snapshot takes its place by a rename.
/// </summary>
internal sealed class StoreLog : IDisposable
{
    private const long CompactFrom = 4 * 1024 * 1024;

    private readonly string _directory;
    private SafeFileHandle _file;
    private int _generation;
    private long _length;
    private long _compactAt;

    private StoreLog(string directory, SafeFileHandle file, int generation, long length)
    {
        (_directory, _file, _generation, _length) = (directory, file, generation, length);
        _compactAt = Math.Max(CompactFrom, 2 * length);
    }

    /// <summary>Whether the file has grown so much that a snapshot pays.</summary>
    public bool WantsCompaction => _length > _compactAt;

    private string CurrentPath => PathOf(_directory, _generation);

    /// <summary>Opens the log and reads its content into <paramref name="state"/>; a torn tail is cut off.</summary>
    /// <exception cref="StoreDamagedException">A batch in the middle of the file is not what was written.</exception>
    public static StoreLog Open(string directory, StoreState state)
    {
        Directory.CreateDirectory(directory);
        foreach (var unfinished in Directory.EnumerateFiles(directory, "*.tmp"))
            File.Delete(unfinished);
        var generations = Directory
            .EnumerateFiles(directory, "*.log")
            .Select(path => int.Parse(Path.GetFileNameWithoutExtension(path), CultureInfo.InvariantCulture))
            .Order()
            .ToList();
        foreach (var replaced in generations.SkipLast(1))
            File.Delete(PathOf(directory, replaced));

        var generation = generations.LastOrDefault(1);
        var path = PathOf(directory, generation);
        var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var length = LogRecovery.Read(path, file, state);
        RandomAccess.SetLength(file, length);
        DirectoryFlush.Flush(directory);
        return new StoreLog(directory, file, generation, length);
    }

    /// <summary>Stores a batch and returns once it is on disk.</summary>
    /// <exception cref="StoreWriteException">It is not on disk, and a later start will not see it.</exception>
    public void Append(WriteBatch batch)
    {
        using var payload = new MemoryStream(batch.Bytes + 256 * batch.Changes.Count);
        foreach (var change in batch.Changes)
        {
            if (change is ResourceChange.Put put)
                LogEntry.Write(payload, put.Object, removed: false);
            else if (change is ResourceChange.Removed removed)
                LogEntry.Write(payload, removed.Object, removed: true);
        }

        var frame = LogFrame.Write(batch.Version, payload.GetBuffer().AsSpan(0, (int)payload.Length));
        try
        {
            RandomAccess.Write(_file, frame, _length);
            RandomAccess.FlushToDisk(_file);
            _length += frame.Length;
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            CutOff();
            throw new StoreWriteException(CurrentPath, e);
        }
    }

    /// <summary>Replaces the file by one that holds only what is in <paramref name="state"/>; on failure the old one stays.</summary>
    public void Compact(StoreState state)
    {
        var unfinished = PathOf(_directory, _generation + 1) + ".tmp";
        try
        {
            Replace(unfinished, Snapshot(state));
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            File.Delete(unfinished);
        }

        _compactAt = Math.Max(CompactFrom, 2 * _length);
    }

    public void Dispose() => _file.Dispose();

    private void Replace(string unfinished, byte[] snapshot)
    {
        var file = File.OpenHandle(unfinished, FileMode.Create, FileAccess.ReadWrite, FileShare.Read);
        RandomAccess.Write(file, snapshot, 0);
        RandomAccess.FlushToDisk(file);

        // From the rename on, a start reads the new file, so the very next write must go there.
        var replaced = CurrentPath;
        File.Move(unfinished, PathOf(_directory, _generation + 1));
        _file.Dispose();
        (_file, _generation, _length) = (file, _generation + 1, snapshot.Length);
        DirectoryFlush.Flush(_directory);
        File.Delete(replaced);
    }

    private static byte[] Snapshot(StoreState state)
    {
        using var payload = new MemoryStream();
        foreach (var stored in state.All)
            LogEntry.Write(payload, stored, removed: false);
        return LogFrame.Write(state.Version, payload.GetBuffer().AsSpan(0, (int)payload.Length));
    }

    private void CutOff()
    {
        try
        {
            RandomAccess.SetLength(_file, _length);
        }
        catch (Exception e) when (IsOfDisk(e))
        {
            // The next batch is written over what is left, and recovery drops what follows the last sound one.
        }
    }

    // A file that would grow beyond a limit is reported as an argument out of range.
    private static bool IsOfDisk(Exception e) =>
        e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException;

    private static string PathOf(string directory, int generation) =>
        Path.Combine(directory, generation.ToString("D8", CultureInfo.InvariantCulture) + ".log");
}
