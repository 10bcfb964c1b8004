using System.Formats.Tar;

namespace Pipeline.LocalCluster.Node.Unpacking;

/// <summary>
/// Applies one layer's changes to an image's directory (OCI image specification 1.1, "Applying Changesets"). Owners are not
/// kept, since every pod runs as the user; files are not writable, since all pods of an image share them.
/// </summary>
internal sealed class LayerUnpacker(ImageRoot root)
{
    private const string Whiteout = ".wh.";
    private const string OpaqueWhiteout = ".wh..wh..opq";
    private const UnixFileMode FileModes = (UnixFileMode)0b101_101_101;
    private const UnixFileMode DirectoryModes = (UnixFileMode)0b111_111_111;

    private readonly HashSet<string> _written = [];

    /// <summary>Unpacks a tar stream.</summary>
    /// <exception cref="LayerException">An entry is of a kind that is not supported, or lies outside the image.</exception>
    public void Unpack(Stream tar, CancellationToken cancel)
    {
        using var reader = new TarReader(tar);
        while (reader.GetNextEntry() is { } entry)
        {
            cancel.ThrowIfCancellationRequested();
            if (entry.EntryType is TarEntryType.GlobalExtendedAttributes)
                continue;
            var path = root.ResolveEntry(entry.Name);
            var name = Path.GetFileName(path);
            if (name == OpaqueWhiteout)
                RemoveLower(Path.GetDirectoryName(path)!);
            else if (name.StartsWith(Whiteout, StringComparison.Ordinal))
                Remove(Hidden(entry, path));
            else
                Write(entry, path);
        }
    }

    // ".wh..." would hide the parent directory, which may be outside the image.
    private static string Hidden(TarEntry entry, string path)
    {
        var name = Path.GetFileName(path)[Whiteout.Length..];
        return name is "" or "." or ".."
            ? throw new LayerException($"'{entry.Name}' is a whiteout of no file")
            : Path.Combine(Path.GetDirectoryName(path)!, name);
    }

    private void Write(TarEntry entry, string path)
    {
        if (path == root.Directory && entry.EntryType != TarEntryType.Directory)
            throw new LayerException($"'{entry.Name}' would replace the whole image");
        if (entry.EntryType != TarEntryType.Directory)
            Remove(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        switch (entry.EntryType)
        {
            case TarEntryType.Directory:
                WriteDirectory(entry, path);
                break;
            case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                WriteFile(entry, path);
                break;
            case TarEntryType.SymbolicLink:
                File.CreateSymbolicLink(path, ImageRoot.RelativeTarget(entry.Name, entry.LinkName));
                break;
            case TarEntryType.HardLink:
                WriteHardLink(entry, path);
                break;
            default:
                throw new LayerException($"'{entry.Name}' is a {entry.EntryType}, which is not supported");
        }

        _written.Add(path);
    }

    private static void WriteDirectory(TarEntry entry, string path)
    {
        if (!Directory.Exists(path) || new FileInfo(path).LinkTarget is not null)
            Remove(path);
        var mode =
            (entry.Mode & DirectoryModes) | UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(path);
        File.SetUnixFileMode(path, mode);
    }

    private static void WriteFile(TarEntry entry, string path)
    {
        using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
            entry.DataStream?.CopyTo(file);
        File.SetUnixFileMode(path, (entry.Mode & FileModes) | UnixFileMode.UserRead);
    }

    // A copy is as good as a link, since nobody writes to either.
    private void WriteHardLink(TarEntry entry, string path)
    {
        var target = root.ResolveEntry(entry.LinkName);
        var found = new FileInfo(target);
        if (!found.Exists || found.LinkTarget is not null)
            throw new LayerException($"'{entry.Name}' is a link to '{entry.LinkName}', which is not a file before it");
        File.Copy(target, path);
    }

    private void RemoveLower(string directory)
    {
        if (!Directory.Exists(directory))
            return;
        foreach (var path in Directory.EnumerateFileSystemEntries(directory).ToList())
        {
            if (!_written.Any(written => written == path || written.StartsWith(path + '/', StringComparison.Ordinal)))
                Remove(path);
        }
    }

    private static void Remove(string path)
    {
        var file = new FileInfo(path);
        if (file.LinkTarget is not null || file.Exists)
            file.Delete();
        else if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }
}
