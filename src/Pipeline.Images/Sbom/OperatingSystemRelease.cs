using System.Text;

namespace Pipeline.Images.Sbom;

/// <summary>What a base image says it is, in <c>os-release(5)</c>.</summary>
/// <param name="Id">Such as <c>debian</c>.</param>
/// <param name="Version">Such as <c>12</c>; null where there are no versions.</param>
sealed record OperatingSystemRelease(string Id, string? Version)
{
    /// <summary>Identifier and version, such as <c>debian-12</c>.</summary>
    public string Distribution => Version is null ? Id : $"{Id}-{Version}";

    /// <summary>Reads the file; null when the image has none.</summary>
    public static OperatingSystemRelease? Find(IReadOnlyDictionary<string, byte[]> files)
    {
        if (
            !files.TryGetValue("etc/os-release", out var content)
            && !files.TryGetValue("usr/lib/os-release", out content)
        )
            return null;

        var values = Encoding
            .UTF8.GetString(content)
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToLookup(pair => pair[0], pair => pair[1].Trim('"', '\''));
        return new OperatingSystemRelease(values["ID"].FirstOrDefault("linux"), values["VERSION_ID"].FirstOrDefault());
    }
}
