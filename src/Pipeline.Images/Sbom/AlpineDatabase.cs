using System.Collections.Immutable;
using System.Text;

namespace Pipeline.Images.Sbom;

/// <summary>Reads apk's database, <c>/lib/apk/db/installed</c>.</summary>
static class AlpineDatabase
{
    public const string InstalledFile = "lib/apk/db/installed";

    public static IEnumerable<InstalledPackage> Read(
        IReadOnlyDictionary<string, byte[]> files,
        OperatingSystemRelease system
    ) =>
        files.TryGetValue(InstalledFile, out var content)
            ? Encoding
                .UTF8.GetString(content)
                .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
                .Select(Fields)
                .Where(fields => fields.Contains("P") && fields.Contains("V"))
                .Select(fields => Package(fields, system))
            : [];

    static InstalledPackage Package(ILookup<string, string> fields, OperatingSystemRelease system)
    {
        var (name, version) = (fields["P"].First(), fields["V"].First());
        return new InstalledPackage(
            name,
            version,
            PackageUrl.System("apk", system, name, version, fields["A"].FirstOrDefault("noarch")),
            [.. fields["L"].Select(license => new CycloneDxLicense(license))],
            [.. Names(fields["D"]).Select(need => ImmutableArray.Create(need))],
            [.. Names(fields["p"])]
        );
    }

    // "so:libc.musl-x86_64.so.1 busybox>=1.36 !conflicting"
    static IEnumerable<string> Names(IEnumerable<string> relations) =>
        relations
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(relation => relation[0] != '!')
            .Select(relation => relation.Split(['=', '<', '>', '~'], 2)[0]);

    static ILookup<string, string> Fields(string record) =>
        record
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.Length > 2 && line[1] == ':')
            .ToLookup(line => line[..1], line => line[2..]);
}
