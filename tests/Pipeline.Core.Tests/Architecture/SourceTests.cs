using System.Text.RegularExpressions;

namespace Pipeline.Core.Tests.Architecture;

public partial class SourceTests
{
    private const int MostLines = 250;

    [Fact]
    public void No_file_has_more_lines_than_are_read_in_one_sitting()
    {
        var tooLong = Sources("src", "build")
            .Select(file => (Name: file, Lines: Repository.Read(file).Count(character => character == '\n')))
            .Where(file => file.Lines > MostLines)
            .Select(file => $"{file.Name} has {file.Lines} lines");

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Nothing_is_compiled_conditionally()
    {
        var conditional = Sources("src", "build", "tests", "benchmarks")
            .Where(file => Condition().IsMatch(Repository.Read(file)));

        Assert.Empty(conditional);
    }

    private static IEnumerable<string> Sources(params string[] folders) =>
        folders.SelectMany(folder => Repository.Files(folder, "*.cs"));

    [GeneratedRegex(@"^[ \t]*#[ \t]*(if|elif|else|endif)\b", RegexOptions.Multiline)]
    private static partial Regex Condition();
}
