using Pipeline.Components.Hosts.Diagnostics;
using Pipeline.Components.Hosts.Dialects;
using Pipeline.Core.Quality;

namespace Pipeline.Components.Tests.Hosts.Dialects;

public class DialectTests
{
    private static readonly Diagnostic Awkward = new(
        DiagnosticSeverity.Error,
        "100 %, really;\r\n:] %0A",
        new SourceLocation("a,b:c;d]%.cs", 3, 5),
        "CS1"
    );

    [Fact]
    public void GitHub_gets_data_and_properties_escaped()
    {
        Assert.Equal(
            "::error file=a%2Cb%3Ac;d]%25.cs,line=3,col=5,title=CS1::100 %25, really;%0D%0A:] %250A",
            new GitHubDialect().Annotate(Awkward)
        );
    }

    [Fact]
    public void Azure_gets_data_and_properties_escaped()
    {
        Assert.Equal(
            "##vso[task.logissue type=error;sourcepath=a,b:c%3Bd%5D%AZP25.cs;linenumber=3;columnnumber=5;code=CS1;]"
                + "100 %AZP25, really;%0D%0A:] %AZP250A",
            new AzureDialect().Annotate(Awkward)
        );
    }

    [Fact]
    public void What_is_not_known_of_a_place_is_left_out()
    {
        var diagnostic = new Diagnostic(DiagnosticSeverity.Warning, "old", new SourceLocation("A.csproj"));

        Assert.Equal("::warning file=A.csproj::old", new GitHubDialect().Annotate(diagnostic));
        Assert.Equal(
            "##vso[task.logissue type=warning;sourcepath=A.csproj;]old",
            new AzureDialect().Annotate(diagnostic)
        );
    }

    [Fact]
    public void Azure_is_told_of_progress_outputs_and_the_summary()
    {
        var azure = new AzureDialect();

        Assert.Equal("##vso[task.setprogress value=25;]Test", azure.Progress(1, 4, "Test"));
        Assert.Equal(
            "##vso[task.setvariable variable=version;isOutput=true;]1.2.3",
            azure.SetOutput("version", "1.2.3")
        );
        Assert.Equal("##vso[task.uploadsummary]/tmp/summary.md", azure.UploadSummary("/tmp/summary.md"));
    }

    [Theory]
    [InlineData("1.2.3", "version=1.2.3\n")]
    [InlineData("a\nb", "version<<EOF\na\nb\nEOF\n")]
    [InlineData("a\nEOF\nb", "version<<EOF_\na\nEOF\nb\nEOF_\n")]
    public void An_output_of_GitHub_cannot_end_its_own_delimiter(string value, string entry)
    {
        Assert.Equal(entry, GitHubOutput.Entry("version", value));
    }

    [Fact]
    public void A_terminal_has_nothing_but_text()
    {
        var terminal = new TerminalDialect();

        Assert.Empty(terminal.Mask("secret"));
        Assert.Null(terminal.Annotate(Awkward));
        Assert.Null(terminal.Progress(1, 2, "Test"));
    }
}
