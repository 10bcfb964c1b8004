using System.Collections.Immutable;
using Pipeline.Core.Quality.Dependencies;
using Pipeline.Images.Sbom;

namespace Pipeline.Components.Verify;

/// <summary>Reads what a restore left behind.</summary>
internal static class DependencyFiles
{
    /// <summary>Everything that the projects in those folders depend on.</summary>
    /// <exception cref="MissingResultException">A project has not been restored.</exception>
    public static async Task<DependencyReport> ReadAsync(
        IEnumerable<string> projectFolders,
        CancellationToken cancellationToken
    )
    {
        var projects = projectFolders.Select(Read).ToImmutableArray();
        return new DependencyReport
        {
            Projects = [.. projects.Select(project => (project, Locked(project)))],
            Licenses = projects
                .SelectMany(project => project.Packages, LicenseOf)
                .DistinctBy(each => each.Key)
                .ToImmutableDictionary(),
            IsAudited =
                projects.All(project => project.IsAudited)
                && await AuditSources.HaveDataAsync(
                    projects.SelectMany(project => project.Sources).Distinct(),
                    cancellationToken
                ),
        };
    }

    private static RestoredProject Read(string folder)
    {
        // The folder for intermediate files has another name where other packages are restored; the newest counts.
        var assets = Directory
            .EnumerateDirectories(folder, "obj*")
            .Select(path => new FileInfo(Path.Combine(path, "project.assets.json")))
            .Where(file => file.Exists)
            .MaxBy(file => file.LastWriteTimeUtc);
        return assets is null
            ? throw new MissingResultException($"{folder} has not been restored: run the target Restore first")
            : Named(assets.FullName, RestoredProject.Parse);
    }

    private static ImmutableHashSet<ResolvedPackage>? Locked(RestoredProject project) =>
        File.Exists(project.LockFilePath) ? Named(project.LockFilePath, LockFile.Parse) : null;

    private static KeyValuePair<ResolvedPackage, string?> LicenseOf(RestoredProject project, ResolvedPackage package) =>
        new(package, PackageLicense.Find(project.PackagesPath, package.Id, package.Version)?.Expression);

    private static T Named<T>(string path, Func<string, T> parse)
    {
        try
        {
            return parse(File.ReadAllText(path));
        }
        catch (FormatException problem)
        {
            throw new InvalidDataException($"{path}: {problem.Message}. Restore again.", problem);
        }
    }
}
