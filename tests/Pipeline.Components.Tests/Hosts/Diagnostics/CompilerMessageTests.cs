using Pipeline.Components.Hosts.Diagnostics;
using Pipeline.Core.Quality;

namespace Pipeline.Components.Tests.Hosts.Diagnostics;

public class CompilerMessageTests
{
    [Theory]
    [InlineData(
        "/r/src/A.cs(3,5): error CS1002: ; expected [/r/A.csproj]",
        "/r/src/A.cs",
        3,
        5,
        "CS1002",
        "; expected"
    )]
    [InlineData(@"C:\r\A.cs(3,5): error CS1002: ; expected", @"C:\r\A.cs", 3, 5, "CS1002", "; expected")]
    [InlineData(
        "  2:7>my dir/A.cs(12,1,12,9): error CA1: a [b] c [/r/A.csproj]",
        "my dir/A.cs",
        12,
        1,
        "CA1",
        "a [b] c"
    )]
    [InlineData("A.cs(12): error CS1 : spaced", "A.cs", 12, null, "CS1", "spaced")]
    [InlineData("A.cs(12-14): error CS1: lines", "A.cs", 12, null, "CS1", "lines")]
    [InlineData("A.cs(12,3-8): error CS1: columns", "A.cs", 12, 3, "CS1", "columns")]
    [InlineData(
        "/r/A (1).cs(3,5): error CS1: brackets in the name",
        "/r/A (1).cs",
        3,
        5,
        "CS1",
        "brackets in the name"
    )]
    [InlineData("/r/A.csproj : error NU1101: no package", "/r/A.csproj", null, null, "NU1101", "no package")]
    [InlineData("/r/A.csproj : error : no code", "/r/A.csproj", null, null, null, "no code")]
    [InlineData("A.proj(5,4): fatal error MSB4067: what", "A.proj", 5, 4, "MSB4067", "what")]
    public void An_error_is_read_with_its_place(
        string line,
        string file,
        int? number,
        int? column,
        string? code,
        string message
    )
    {
        Assert.Equal(
            new Diagnostic(DiagnosticSeverity.Error, message, new SourceLocation(file, number, column), code),
            CompilerMessage.Parse(line)
        );
    }

    [Fact]
    public void A_warning_is_no_error()
    {
        Assert.Equal(DiagnosticSeverity.Warning, CompilerMessage.Parse("A.cs(1,2): warning CS0168: unused")?.Severity);
    }

    [Theory]
    [InlineData("MSBUILD : error MSB1009: Project file does not exist.")]
    [InlineData("Build FAILED: 0 warnings, 1 error")]
    [InlineData("f(1): an error occurred")]
    [InlineData("12:30:00 error: something")]
    [InlineData("")]
    public void Other_lines_have_no_place(string line)
    {
        Assert.Null(CompilerMessage.Parse(line));
    }
}
