using System.Collections.Immutable;
using System.Text;

namespace Pipeline.Images.Sbom;

/// <summary>Reads dpkg's database: <c>/var/lib/dpkg/status</c>, and <c>status.d</c> of images without dpkg (distroless).</summary>
static class DebianDatabase
{
    public const string StatusFile = "var/lib/dpkg/status";
    public const string StatusDirectory = "var/lib/dpkg/status.d/";

    public static IEnumerable<InstalledPackage> Read(
        IReadOnlyDictionary<string, byte[]> files,
        OperatingSystemRelease system
    ) =>
        from file in files
        where file.Key == StatusFile || IsInStatusDirectory(file.Key)
        from paragraph in Paragraphs(Encoding.UTF8.GetString(file.Value))
        where paragraph.ContainsKey("Package") && paragraph.ContainsKey("Version") && IsInstalled(paragraph)
        select Package(paragraph, files, system);

    // Distroless images keep the checksums of a package's files beside its entry.
    static bool IsInStatusDirectory(string path) =>
        path.StartsWith(StatusDirectory, StringComparison.Ordinal)
        && !path.EndsWith(".md5sums", StringComparison.Ordinal);

    // "deinstall ok config-files" is a package that is gone; an entry in status.d has no status.
    static bool IsInstalled(Dictionary<string, string> paragraph) =>
        !paragraph.TryGetValue("Status", out var status) || status.EndsWith(" installed", StringComparison.Ordinal);

    static InstalledPackage Package(
        Dictionary<string, string> paragraph,
        IReadOnlyDictionary<string, byte[]> files,
        OperatingSystemRelease system
    )
    {
        var (name, version) = (paragraph["Package"], paragraph["Version"]);
        var architecture = paragraph.GetValueOrDefault("Architecture", "all");
        return new InstalledPackage(
            name,
            version,
            PackageUrl.System("deb", system, name, version, architecture),
            Licenses(files.GetValueOrDefault($"usr/share/doc/{name}/copyright")),
            [.. Relations(paragraph, "Pre-Depends"), .. Relations(paragraph, "Depends")],
            [.. Relations(paragraph, "Provides").SelectMany(names => names)]
        );
    }

    // "libc6 (>= 2.36), default-mta | mail-transport-agent"
    static IEnumerable<ImmutableArray<string>> Relations(Dictionary<string, string> paragraph, string field) =>
        paragraph
            .GetValueOrDefault(field, "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(relation =>
                relation
                    .Split('|', StringSplitOptions.TrimEntries)
                    .Select(alternative => alternative.Split([' ', '(', ':'], 2)[0])
                    .ToImmutableArray()
            );

    // Machine-readable copyright files (DEP 5) name their licences; others are prose.
    static ImmutableArray<CycloneDxLicense> Licenses(byte[]? copyright) =>
        copyright is null
            ? []
            :
            [
                .. Encoding
                    .UTF8.GetString(copyright)
                    .Split('\n')
                    .Where(line => line.StartsWith("License:", StringComparison.Ordinal))
                    .Select(line => line["License:".Length..].Trim())
                    .Where(name => name != "")
                    .Distinct()
                    .Order(StringComparer.Ordinal)
                    .Select(name => new CycloneDxLicense(License: new CycloneDxNamedLicense(name))),
            ];

    static IEnumerable<Dictionary<string, string>> Paragraphs(string text)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n').Append(""))
        {
            if (line.Trim() == "")
            {
                if (fields.Count > 0)
                    yield return fields;
                fields = new Dictionary<string, string>(StringComparer.Ordinal);
            }
            else if (line[0] is not (' ' or '\t') && line.IndexOf(':') is > 0 and var colon)
                fields[line[..colon]] = line[(colon + 1)..].Trim();
        }
    }
}
