using Nuke.Common.IO;

namespace Nuke.Common.Execution;

/// <summary>Writes files that another run of the build may read or write at the same moment.</summary>
internal static class SharedFile
{
    /// <summary>Replaces the file in one step: whoever reads it sees the old content or the new one.</summary>
    public static void Replace(AbsolutePath file, string content)
    {
        var temporary = $"{file}.{Environment.ProcessId}.tmp";
        File.WriteAllText(temporary, content);
        File.Move(temporary, file, overwrite: true);
    }
}
