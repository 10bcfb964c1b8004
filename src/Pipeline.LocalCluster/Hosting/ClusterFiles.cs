using System.Text;

namespace Pipeline.LocalCluster.Hosting;

/// <summary>Files that only the user may read, replaced as a whole or not at all.</summary>
internal static class ClusterFiles
{
    private const UnixFileMode OnlyUser = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Creates a directory of mode 0700.</summary>
    public static void CreateDirectory(string path) =>
        Directory.CreateDirectory(path, OnlyUser | UnixFileMode.UserExecute);

    /// <summary>Writes a file of mode 0600; whoever reads it sees the old text or the new one.</summary>
    public static void Write(string path, string text)
    {
        var unfinished = path + ".tmp";
        File.Delete(unfinished);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OnlyUser,
        };
        using (var file = new FileStream(unfinished, options))
        {
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }
}
