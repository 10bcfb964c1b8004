using Pipeline.Core.Quality;

namespace Pipeline.Core.Tests.Quality;

public class SourceLocationTests
{
    [Fact]
    public void A_stack_trace_tells_the_innermost_place_that_someone_wrote()
    {
        const string trace = """
               at Xunit.Assert.Equal(Int32 expected, Int32 actual)
               at Shop.Generated.Check() in /repo/obj/Check.g.cs:line 7
               at Shop.Tests.Total_is_rounded() in C:\repo\tests\Order Tests.cs:line 42
               at Shop.Tests.Main() in /repo/tests/Main.cs:line 1
            """;

        Assert.Equal(new SourceLocation(@"C:\repo\tests\Order Tests.cs", 42), SourceLocation.OfStackTrace(trace));
    }

    [Fact]
    public void A_stack_trace_without_sources_tells_no_place()
    {
        Assert.Null(SourceLocation.OfStackTrace("   at Xunit.Assert.Fail(String message)"));
    }

    [Theory]
    [InlineData("/repo/src/A.cs", "/repo", "src/A.cs")]
    [InlineData(@"C:\repo\src\A.cs", @"C:\repo\", "src/A.cs")]
    [InlineData("/repository/A.cs", "/repo", "/repository/A.cs")]
    [InlineData("src/A.cs", "/repo", "src/A.cs")]
    public void A_file_is_named_from_the_folder_that_it_lies_in(string file, string folder, string expected)
    {
        Assert.Equal(expected, new SourceLocation(file, 3).Below(folder).File);
    }
}
