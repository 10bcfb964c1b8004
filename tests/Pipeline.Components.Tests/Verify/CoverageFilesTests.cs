using Pipeline.Components.Verify;
using Pipeline.Core;

namespace Pipeline.Components.Tests.Verify;

public sealed class CoverageFilesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_line_counts_as_covered_when_any_project_ran_it()
    {
        Write("A.Tests", firstLine: 1, secondLine: 0);
        Write("B.Tests", firstLine: 1, secondLine: 3);
        Write("C.Tests", firstLine: 0, secondLine: 0);

        var report = CoverageFiles.Read(folder.Path, Path.Combine(folder.Path, "artifacts"));

        Assert.Equal((2, 2), (report.Covered, report.Lines));
        Assert.Equal(Percent.Full, report.Rate);
    }

    [Fact]
    public void A_run_that_left_no_folder_names_the_target_that_makes_one()
    {
        var missing = Path.Combine(folder.Path, "test-results");

        Assert.Throws<MissingResultException>(() => CoverageFiles.Read(folder.Path, missing));
    }

    private void Write(string project, int firstLine, int secondLine) =>
        folder.Write(
            $"artifacts/{project}/run/coverage.cobertura.xml",
            $"""
            <coverage>
              <sources><source>{folder.Path}/src/</source></sources>
              <packages><package><classes>
                <class name="Percent" filename="Pipeline.Core/Percent.cs">
                  <lines><line number="1" hits="{firstLine}" /><line number="2" hits="{secondLine}" /></lines>
                </class>
              </classes></package></packages>
            </coverage>
            """
        );
}
