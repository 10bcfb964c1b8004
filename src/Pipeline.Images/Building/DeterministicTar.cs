using System.Formats.Tar;

namespace Pipeline.Images.Building;

/// <summary>Writes a tar file that depends on nothing but names, contents and one time: not on owner, umask, order or time zone.</summary>
public static class DeterministicTar
{
    const UnixFileMode Readable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    const UnixFileMode Executable =
        Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Writes the plan's files, sorted by name, with the directories that they are in; nothing is held in memory.</summary>
    public static async Task WriteAsync(LayerPlan plan, Stream output, CancellationToken cancellationToken = default)
    {
        // Not PAX: the runtime puts the id of its process into the names of PAX headers.
        await using var tar = new TarWriter(output, TarEntryFormat.Ustar, leaveOpen: true);
        foreach (var directory in Directories(plan.Files))
            await tar.WriteEntryAsync(Entry(TarEntryType.Directory, directory, Executable, plan), cancellationToken);

        foreach (var file in plan.Files.OrderBy(file => file.ImagePath, StringComparer.Ordinal))
        {
            var mode = file.IsExecutable ? Executable : Readable;
            var entry = Entry(TarEntryType.RegularFile, file.ImagePath, mode, plan);
            await using var content = File.OpenRead(file.SourcePath);
            entry.DataStream = content;
            await tar.WriteEntryAsync(entry, cancellationToken);
        }
    }

    static UstarTarEntry Entry(TarEntryType type, string name, UnixFileMode mode, LayerPlan plan) =>
        new(type, name)
        {
            Mode = mode,
            ModificationTime = plan.Modified,
            Uid = 0,
            Gid = 0,
            UserName = "",
            GroupName = "",
        };

    static SortedSet<string> Directories(IEnumerable<LayerFile> files)
    {
        var directories = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            for (var end = file.ImagePath.LastIndexOf('/'); end > 0; end = file.ImagePath.LastIndexOf('/', end - 1))
                directories.Add(file.ImagePath[..(end + 1)]);
        }

        return directories;
    }
}
