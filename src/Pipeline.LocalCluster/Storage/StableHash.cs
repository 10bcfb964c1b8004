namespace Pipeline.LocalCluster.Storage;

/// <summary>A hash for names: the same in every process, unlike <see cref="object.GetHashCode"/>.</summary>
internal static class StableHash
{
    /// <summary>FNV-1a over the UTF-16 units of <paramref name="text"/>.</summary>
    public static ulong Of(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text)
            hash = (hash ^ character) * 1099511628211UL;
        return hash;
    }
}
