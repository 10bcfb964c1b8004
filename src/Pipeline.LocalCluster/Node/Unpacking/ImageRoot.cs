namespace Pipeline.LocalCluster.Node.Unpacking;

/// <summary>A directory that is the <c>/</c> of an image: no path and no link leads out of it.</summary>
internal sealed class ImageRoot(string directory)
{
    // As Linux does (MAXSYMLINKS).
    private const int LinkLimit = 40;

    public string Directory => directory;

    /// <summary>The file on this machine that a path in the image stands for, links followed.</summary>
    /// <exception cref="LayerException">The path leaves the image, or its links run in a circle.</exception>
    public string Resolve(string path)
    {
        var pending = new Stack<string>(Segments(path).Reverse());
        var reached = new List<string>();
        for (var links = 0; pending.TryPop(out var segment); )
        {
            if (segment == "..")
            {
                if (reached.Count == 0)
                    throw new LayerException($"'{path}' leads out of the image");
                reached.RemoveAt(reached.Count - 1);
                continue;
            }

            reached.Add(segment);
            if (new FileInfo(Join(reached)).LinkTarget is not { } target)
                continue;
            if (++links > LinkLimit || Path.IsPathRooted(target))
                throw new LayerException(
                    $"'{path}' leads out of the image, or in a circle, through a link to '{target}'"
                );
            reached.RemoveAt(reached.Count - 1);
            foreach (var step in Segments(target).Reverse())
                pending.Push(step);
        }

        return Join(reached);
    }

    /// <summary>As <see cref="Resolve"/>, but a link at the very end is not followed: what an entry of that name replaces.</summary>
    public string ResolveEntry(string path)
    {
        var segments = Segments(path).ToArray();
        if (segments.Contains(".."))
            throw new LayerException($"'{path}' leads out of the image");
        return segments.Length == 0 ? directory : Path.Combine(Resolve(string.Join('/', segments[..^1])), segments[^1]);
    }

    /// <summary>What a link at <paramref name="path"/> must hold so that it means the same without a change of root.</summary>
    /// <exception cref="LayerException">The target is outside the image.</exception>
    public static string RelativeTarget(string path, string target)
    {
        var folder = Segments(path).SkipLast(1).ToArray();
        var depth = Path.IsPathRooted(target) ? 0 : folder.Length;
        foreach (var segment in Segments(target))
        {
            depth += segment == ".." ? -1 : 1;
            if (depth < 0)
                throw new LayerException($"'{path}' is a link to '{target}', which is outside the image");
        }

        return Path.IsPathRooted(target) ? Path.GetRelativePath("/" + string.Join('/', folder), target) : target;
    }

    private static IEnumerable<string> Segments(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(segment => segment != ".");

    private string Join(IEnumerable<string> segments) => Path.Combine([directory, .. segments]);
}
