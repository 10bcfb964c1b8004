using System.Text.RegularExpressions;

namespace Pipeline.Core.Tests.Architecture;

/// <summary>
/// <c>exported-names.txt</c> lists what the real packages behind the polyfills export, by namespace. A type of ours that bears one of
/// those names becomes ambiguous in a file that imports both.
/// </summary>
public partial class NameTests
{
    private static readonly string[] Packages = ["Nuke", "k8s", "Docker", "Octokit"];

    private static readonly Dictionary<string, HashSet<string>> Exported = ReadExported();

    [Fact]
    public void No_type_bears_a_name_that_an_imported_namespace_of_a_package_exports()
    {
        var taken = Imports()
            .Where(import => Exported.ContainsKey(import.Scope))
            .SelectMany(import => Exported[import.Scope].Select(name => (Name: name, Import: import)))
            .ToLookup(export => export.Name, export => export.Import);

        var clashes =
            from file in Repository.OwnSources()
            from name in Declaration().Matches(Repository.Read(file)).Select(match => match.Groups["name"].Value)
            from import in taken[name]
            where CanSee(import.Project, ProjectOf(file))
            select $"{file}: {name} is also in {import.Scope}, which {import.Project} imports";

        Assert.Empty(clashes);
    }

    [Fact]
    public void The_names_of_every_imported_namespace_are_known()
    {
        Assert.Subset(Exported.Keys.ToHashSet(), Imports().Select(import => import.Scope).ToHashSet());
    }

    private static IEnumerable<(string Project, string Scope)> Imports() =>
        Repository
            .OwnSources()
            .SelectMany(
                file => Import().Matches(Repository.Read(file)),
                (file, match) => (ProjectOf(file), Scope: match.Groups["scope"].Value)
            )
            .Where(import => Packages.Contains(import.Scope.Split('.')[0]))
            .Distinct();

    // Nobody but a program itself sees its types.
    private static bool CanSee(string importing, string declaring) =>
        importing == declaring || declaring is not ("src/Pipeline.LocalCluster" or "src/UserService");

    private static string ProjectOf(string file) =>
        string.Join('/', file.Split('/').Take(file.StartsWith("src/", StringComparison.Ordinal) ? 2 : 1));

    private static Dictionary<string, HashSet<string>> ReadExported()
    {
        var exported = new Dictionary<string, HashSet<string>>();
        var names = new HashSet<string>();
        foreach (var line in Repository.Read("tests/Pipeline.Core.Tests/Architecture/exported-names.txt").Split('\n'))
        {
            if (line.StartsWith('['))
                exported[line.Trim('[', ']', '\r')] = names = [];
            else
                names.UnionWith(line.Split([' ', '\r'], StringSplitOptions.RemoveEmptyEntries));
        }

        return exported;
    }

    // Top-level declarations alone: a nested type is named through the type around it.
    [GeneratedRegex(
        @"^(?:(?:public|internal|file|sealed|abstract|static|partial|readonly|ref) )*(?:class|record struct|record|struct|interface|enum) (?<name>\w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^(?:global )?using (?<scope>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Import();
}
