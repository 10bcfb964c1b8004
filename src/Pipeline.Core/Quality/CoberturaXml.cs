using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace Pipeline.Core.Quality;

/// <summary>Reads the Cobertura XML that coverlet and others write.</summary>
public static class CoberturaXml
{
    /// <summary>What deterministic builds call the root of the repository.</summary>
    public const string MappedRoot = "/_/";

    /// <summary>The coverage of the files under <c>src/</c>, generated ones left out.</summary>
    /// <param name="xml">The text of the report.</param>
    /// <param name="repositoryRoot">Absolute path of the repository that the report is about.</param>
    /// <param name="origin">Where the text came from, for the error message.</param>
    /// <exception cref="FormatException">It is no Cobertura report.</exception>
    public static CoverageReport Parse(string xml, string repositoryRoot, string origin)
    {
        var root = XmlText.Parse(xml, "coverage", origin);
        var sources = root.Elements("sources").Elements("source").Select(source => source.Value).ToList();
        return root.Descendants("class")
            .Select(type => ReadClass(type, sources, repositoryRoot, origin))
            .OfType<CoverageReport>()
            .Aggregate(CoverageReport.Empty, (merged, report) => merged.Merge(report));
    }

    private static CoverageReport? ReadClass(XElement type, List<string> sources, string repositoryRoot, string origin)
    {
        var name = XmlText.Attribute(type, "filename", origin);
        if (SourceFile(name, sources, repositoryRoot) is not { } file)
            return null;

        var lines = ImmutableSortedDictionary.CreateBuilder<int, long>();
        foreach (var line in type.Elements("lines").Elements("line"))
        {
            var number = (int)Number(line, "number", origin);
            lines[number] = Math.Max(lines.GetValueOrDefault(number), Number(line, "hits", origin));
        }

        return new CoverageReport(CoverageReport.Empty.Hits.Add(file, lines.ToImmutable()));
    }

    // A name is absolute, or relative to one of the roots, which are absolute, mapped or relative themselves.
    private static string? SourceFile(string name, List<string> sources, string repositoryRoot) =>
        (IsRooted(name) ? [name] : sources.Select(source => $"{source}/{name}").Append(name))
            .Select(path => RelativeTo(repositoryRoot, path))
            .FirstOrDefault(path =>
                path.StartsWith("src/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal)
            );

    private static string RelativeTo(string repositoryRoot, string path)
    {
        path = Normalized(path);
        foreach (var prefix in new[] { Normalized(repositoryRoot) + "/", MappedRoot })
            path = path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : path;
        return path;
    }

    private static string Normalized(string path)
    {
        path = path.Replace('\\', '/');
        var root = path.StartsWith('/') ? "/" : "";
        return root + string.Join('/', path.Split('/').Where(segment => segment is not ("" or ".")));
    }

    private static bool IsRooted(string path) => path is ['/' or '\\', ..] or [_, ':', ..];

    private static long Number(XElement element, string name, string origin) =>
        long.TryParse(
            XmlText.Attribute(element, name, origin),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : throw new FormatException(
                $"{origin}: {element.Name.LocalName} has {name}=\"{element.Attribute(name)?.Value}\", expected a whole number"
            );
}
