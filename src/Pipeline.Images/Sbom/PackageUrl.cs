namespace Pipeline.Images.Sbom;

/// <summary>Writes package URLs (https://github.com/package-url/purl-spec).</summary>
static class PackageUrl
{
    public static string NuGet(string name, string version) => $"pkg:nuget/{Escape(name)}@{Escape(version)}";

    public static string Image(string name, Digest digest) => $"pkg:oci/{name}@{Uri.EscapeDataString($"{digest}")}";

    public static string System(
        string type,
        OperatingSystemRelease system,
        string name,
        string version,
        string architecture
    ) =>
        $"pkg:{type}/{system.Id}/{Escape(name)}@{Escape(version)}?arch={Escape(architecture)}&distro={Escape(system.Distribution)}";

    // The specification leaves the colon as it is, which separates the epoch of a Debian version.
    static string Escape(string text) => Uri.EscapeDataString(text).Replace("%3A", ":", StringComparison.Ordinal);
}
