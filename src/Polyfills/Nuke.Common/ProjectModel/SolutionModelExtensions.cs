using System.Text.RegularExpressions;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>Reads solution files of format version 12 (<c>.sln</c>).</summary>
public static partial class SolutionModelExtensions
{
    private const string FolderType = "2150E333-8FDC-42A3-9474-1A3956D46DE8";

    /// <summary>Reads the solution file at the path.</summary>
    public static Solution ReadSolution(this AbsolutePath path)
    {
        Assert.FileExists(path, $"Expected a solution file at {path}, but there is none");
        var text = path.ReadAllText();
        Assert.True(
            text.Contains("Microsoft Visual Studio Solution File"),
            $"{path}: expected a solution in .sln format, but the file has no such header"
        );

        var solution = new Solution(path);
        var items = Declaration()
            .Matches(text)
            .Select(match => (Id: match.Groups["id"].Value, Item: Create(match.Groups, solution)))
            .ToList();
        var parents = Nesting()
            .Matches(text)
            .ToDictionary(match => match.Groups["child"].Value, match => match.Groups["parent"].Value);
        foreach (var (id, item) in items)
        {
            var folder = parents.TryGetValue(id, out var parent) ? items.Find(other => other.Id == parent).Item : null;
            item.Parent = folder as SolutionFolder ?? (IProjectContainer)solution;
        }

        solution.AllProjects = [.. items.Select(entry => entry.Item).OfType<Project>()];
        solution.AllSolutionFolders = [.. items.Select(entry => entry.Item).OfType<SolutionFolder>()];
        return solution;
    }

    private static SolutionItem Create(GroupCollection groups, Solution solution) =>
        groups["type"].Value.Equals(FolderType, StringComparison.OrdinalIgnoreCase)
            ? new SolutionFolder(groups["name"].Value, solution)
            : new Project(groups["name"].Value, groups["path"].Value, solution);

    [GeneratedRegex(
        """^Project\("\{(?<type>[^}]+)\}"\) = "(?<name>[^"]+)", "(?<path>[^"]+)", "\{(?<id>[^}]+)\}"\s*$""",
        RegexOptions.Multiline
    )]
    private static partial Regex Declaration();

    [GeneratedRegex("""^\s*\{(?<child>[^}]+)\} = \{(?<parent>[^}]+)\}\s*$""", RegexOptions.Multiline)]
    private static partial Regex Nesting();
}
