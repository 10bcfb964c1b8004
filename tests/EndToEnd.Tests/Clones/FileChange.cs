namespace EndToEnd.Tests.Clones;

/// <summary>Files that are other than they were, until this is disposed of.</summary>
internal sealed class FileChange : IDisposable
{
    private readonly IReadOnlyDictionary<string, byte[]> before;

    private FileChange(IEnumerable<string> files) => before = files.ToDictionary(file => file, File.ReadAllBytes);

    /// <summary>Changes the text of files.</summary>
    public static FileChange Of(IEnumerable<string> files, Func<string, string> change)
    {
        var changed = new FileChange(files);
        foreach (var file in changed.before.Keys)
            File.WriteAllText(file, change(File.ReadAllText(file)));
        return changed;
    }

    /// <summary>Turns over every bit of the byte in the middle of a file.</summary>
    public static FileChange Corrupting(string file)
    {
        var changed = new FileChange([file]);
        var bytes = changed.before[file].ToArray();
        bytes[bytes.Length / 2] ^= 0xFF;
        File.WriteAllBytes(file, bytes);
        return changed;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (file, bytes) in before)
            File.WriteAllBytes(file, bytes);
    }
}
