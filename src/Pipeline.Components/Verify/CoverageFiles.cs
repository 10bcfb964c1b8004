using Pipeline.Core.Quality;

namespace Pipeline.Components.Verify;

/// <summary>The coverage reports that a test run left.</summary>
internal static class CoverageFiles
{
    /// <summary>All reports below a folder, merged: a line counts once, however many projects ran it.</summary>
    public static CoverageReport Read(string root, string folder) =>
        Directory
            .EnumerateFiles(folder, "coverage.cobertura.xml", SearchOption.AllDirectories)
            .Select(file => CoberturaXml.Parse(File.ReadAllText(file), root, Path.GetRelativePath(root, file)))
            .Aggregate(CoverageReport.Empty, (merged, report) => merged.Merge(report));
}
