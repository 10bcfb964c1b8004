using Pipeline.Core.Quality;

namespace Pipeline.Components.Verify;

/// <summary>The coverage reports that a test run left.</summary>
internal static class CoverageFiles
{
    /// <summary>All reports below a folder, merged: a line counts once, however many projects ran it.</summary>
    public static CoverageReport Read(string root, string folder) =>
        ResultFiles
            .Find(folder, "coverage.cobertura.xml")
            .Select(file => CoberturaXml.Parse(File.ReadAllText(file), root, Path.GetRelativePath(root, file)))
            .Aggregate(CoverageReport.Empty, (merged, report) => merged.Merge(report));

    /// <summary>Names the root of the repository as deterministic builds do, so that the reports can be read on another machine.</summary>
    public static void MakePortable(string root, string folder)
    {
        foreach (var file in ResultFiles.Find(folder, "coverage.cobertura.xml"))
        {
            var report = File.ReadAllText(file);
            File.WriteAllText(
                file,
                report.Replace(root + Path.DirectorySeparatorChar, CoberturaXml.MappedRoot, StringComparison.Ordinal)
            );
        }
    }
}
