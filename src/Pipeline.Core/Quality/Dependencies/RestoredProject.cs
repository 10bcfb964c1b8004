using System.Collections.Immutable;
using System.Text.Json;

namespace Pipeline.Core.Quality.Dependencies;

/// <summary>What a restore found for a project, as <c>project.assets.json</c> tells it.</summary>
public sealed record RestoredProject
{
    /// <summary>Name of the project.</summary>
    public required string Name { get; init; }

    /// <summary>The folder that packages are unpacked in.</summary>
    public required string PackagesPath { get; init; }

    /// <summary>Where the lock file is or should be.</summary>
    public required string LockFilePath { get; init; }

    /// <summary>Whether the audit was on and got its data; that a source has any is another question.</summary>
    public required bool IsAudited { get; init; }

    public required ImmutableHashSet<ResolvedPackage> Packages { get; init; }

    /// <summary>Package sources that were asked.</summary>
    public required ImmutableHashSet<string> Sources { get; init; }

    /// <summary>What the audit reported; nothing when no source has audit data.</summary>
    public required ImmutableArray<KnownVulnerability> Vulnerabilities { get; init; }

    /// <summary>Reads the file that a restore wrote.</summary>
    /// <exception cref="FormatException">It is no such file.</exception>
    public static RestoredProject Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var restore = root.GetProperty("project").GetProperty("restore");
            return new RestoredProject
            {
                Name = restore.GetProperty("projectName").GetString()!,
                PackagesPath = restore.GetProperty("packagesPath").GetString()!,
                LockFilePath = LockFilePathOf(restore),
                IsAudited =
                    Text(restore.GetProperty("restoreAuditProperties"), "enableAudit") == "true"
                    && !Elements(root, "logs").Any(log => Text(log, "code") is "NU1900" or "NU1905"),
                Packages = [.. Libraries(root)],
                Sources = [.. Members(restore, "sources").Select(source => source.Name)],
                Vulnerabilities =
                [
                    .. Elements(root, "logs")
                        .Select(log =>
                            KnownVulnerability.FromWarning(
                                Text(log, "code")!,
                                Text(log, "libraryId"),
                                Text(log, "message")!
                            )
                        )
                        .OfType<KnownVulnerability>(),
                ],
            };
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"expected what a restore writes: {problem.Message}", problem);
        }
    }

    private static string LockFilePathOf(JsonElement restore)
    {
        var project = restore.GetProperty("projectPath").GetString()!;
        var named = restore.TryGetProperty("restoreLockProperties", out var locks)
            ? Text(locks, "nuGetLockFilePath")
            : null;
        return Path.Combine(Path.GetDirectoryName(project)!, named ?? "packages.lock.json");
    }

    private static IEnumerable<ResolvedPackage> Libraries(JsonElement root) =>
        from library in Members(root, "libraries")
        where Text(library.Value, "type") == "package"
        let name = library.Name.Split('/')
        select new ResolvedPackage(name[0], name[1]);

    private static IEnumerable<JsonProperty> Members(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? value.EnumerateObject() : [];

    private static IEnumerable<JsonElement> Elements(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? value.EnumerateArray() : [];

    private static string? Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? value.GetString() : null;
}
