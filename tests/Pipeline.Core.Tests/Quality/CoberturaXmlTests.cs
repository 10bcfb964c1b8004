using Pipeline.Core.Quality;

namespace Pipeline.Core.Tests.Quality;

public class CoberturaXmlTests
{
    [Theory]
    [InlineData("/repo/src/Pipeline.Core/", "Percent.cs")]
    [InlineData("/repo/src/", "Pipeline.Core/Percent.cs")]
    [InlineData("/repo", "src/Pipeline.Core/Percent.cs")]
    [InlineData("/", "repo/src/Pipeline.Core/Percent.cs")]
    [InlineData("/anywhere/else", "/repo/src/Pipeline.Core/Percent.cs")]
    [InlineData("/_/src/", "Pipeline.Core/Percent.cs")]
    [InlineData("/", "_/src/Pipeline.Core/Percent.cs")]
    [InlineData("src/Pipeline.Core", "Percent.cs")]
    [InlineData(".", "./src/Pipeline.Core/Percent.cs")]
    public void Paths_are_relative_to_the_repository_whatever_the_root_is(string source, string name)
    {
        var report = Parse(source, Class(name, (1, 1)));

        Assert.Equal(["src/Pipeline.Core/Percent.cs"], report.Hits.Keys);
    }

    [Fact]
    public void Paths_of_Windows_become_those_of_everyone()
    {
        var xml = Report(@"D:\repo\src\", Class(@"Pipeline.Core\Percent.cs", (1, 1)));

        var report = CoberturaXml.Parse(xml, @"D:\repo", "coverage.xml");

        Assert.Equal(["src/Pipeline.Core/Percent.cs"], report.Hits.Keys);
    }

    [Theory]
    [InlineData("tests/Pipeline.Core.Tests/PercentTests.cs")]
    [InlineData("src/Pipeline.Core/obj/Debug/net10.0/Regex.g.cs")]
    [InlineData("/usr/share/dotnet/src/Other.cs")]
    public void What_is_no_source_of_ours_is_left_out(string name)
    {
        Assert.Empty(Parse("/repo", Class(name, (1, 1))).Files);
    }

    [Fact]
    public void Classes_in_one_file_count_each_line_once_and_as_often_as_it_was_run()
    {
        var report = Parse("/repo/src", Class("A.cs", (1, 0), (2, 3)), Class("A.cs", (2, 1), (3, 0), (3, 5)));

        Assert.Equal([new FileCoverage("src/A.cs", 2, 3)], report.Files);
        Assert.Equal([0, 3, 5], report.Hits["src/A.cs"].Values);
    }

    [Fact]
    public void Reports_are_merged_line_by_line()
    {
        var unit = Parse("/repo/src", Class("A.cs", (1, 1), (2, 0)), Class("B.cs", (1, 0)));
        var child = Parse("/repo/src/", Class("A.cs", (1, 0), (2, 7), (3, 0)), Class("C.cs", (9, 1)));

        var merged = unit.Merge(child);

        Assert.Equal([new("src/A.cs", 2, 3), new("src/B.cs", 0, 1), new FileCoverage("src/C.cs", 1, 1)], merged.Files);
        Assert.Equal((3, 5, Percent.Of(60)), (merged.Covered, merged.Lines, merged.Rate));
        Assert.Equal(merged.Files, child.Merge(unit).Files);
    }

    [Fact]
    public void A_document_type_is_not_fetched()
    {
        var xml =
            "<!DOCTYPE coverage SYSTEM \"http://nowhere.invalid/coverage-04.dtd\">"
            + Report("/repo/src", Class("A.cs", (1, 1)));

        Assert.Single(CoberturaXml.Parse(xml, "/repo", "coverage.xml").Files);
    }

    [Theory]
    [InlineData("", "coverage.xml: expected XML: ")]
    [InlineData("<html/>", "coverage.xml: expected <coverage>, found <html>")]
    [InlineData("<coverage><class/></coverage>", "coverage.xml: <class> has no attribute 'filename'")]
    [InlineData(
        "<coverage><class filename='src/A.cs'><lines><line number='x' hits='1'/></lines></class></coverage>",
        "coverage.xml: line has number=\"x\", expected a whole number"
    )]
    public void What_is_no_report_is_refused_by_name(string xml, string message)
    {
        var refused = Assert.Throws<FormatException>(() => CoberturaXml.Parse(xml, "/repo", "coverage.xml"));

        Assert.StartsWith(message, refused.Message);
    }

    private static CoverageReport Parse(string source, params string[] classes) =>
        CoberturaXml.Parse(Report(source, classes), "/repo/", "coverage.xml");

    private static string Report(string source, params string[] classes) =>
        $"<coverage><sources><source>{source}</source></sources><packages><package><classes>{string.Concat(classes)}</classes></package></packages></coverage>";

    private static string Class(string file, params (int Number, int Hits)[] lines) =>
        $"<class filename='{file}'><methods><method><lines><line number='1' hits='0'/></lines></method></methods><lines>"
        + string.Concat(lines.Select(line => $"<line number='{line.Number}' hits='{line.Hits}' branch='False'/>"))
        + "</lines></class>";
}
