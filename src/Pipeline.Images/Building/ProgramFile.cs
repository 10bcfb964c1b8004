namespace Pipeline.Images.Building;

/// <summary>Tells programs from other files. File modes differ between machines and do not exist on Windows; the first bytes do not.</summary>
static class ProgramFile
{
    /// <summary>Whether a file is an ELF program or a script that names its interpreter; a shared library is none.</summary>
    public static bool Is(string path)
    {
        if (path.EndsWith(".so", StringComparison.Ordinal))
            return false;

        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[4];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head[..read].SequenceEqual("\u007FELF"u8) || head[..read].StartsWith("#!"u8);
    }
}
