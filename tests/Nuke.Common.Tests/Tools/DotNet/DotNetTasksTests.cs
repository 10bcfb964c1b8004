using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using static Nuke.Common.Tools.DotNet.DotNetTasks;

namespace NukeCommon.Tests.Tools.DotNet;

[Collection(LogCollection.Name)]
public sealed class DotNetTasksTests : IDisposable
{
    private readonly CapturedLog log = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        log.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Restore_takes_its_options()
    {
        var output = DotNetRestore(o =>
            Echo(o)
                .SetProjectFile("/r/Pipeline.sln")
                .EnableLockedMode()
                .EnableIgnoreFailedSources()
                .EnableForceEvaluate()
                .SetRuntime("linux-x64")
                .SetVerbosity(DotNetVerbosity.quiet)
        );

        Assert.Equal(
            "restore /r/Pipeline.sln --locked-mode --ignore-failed-sources --force-evaluate --runtime linux-x64 --verbosity quiet",
            output.StdToText()
        );
    }

    [Fact]
    public void Build_takes_its_options()
    {
        var output = DotNetBuild(o =>
            Echo(o)
                .SetConfiguration("Release")
                .SetFramework("net10.0")
                .SetRuntime("linux-x64")
                .DisableSelfContained()
                .SetOutputDirectory("/out")
                .EnableNoRestore()
                .EnableNoLogo()
                .SetVerbosity("minimal")
                .SetProjectFile("App.csproj")
        );

        Assert.Equal(
            "build App.csproj --configuration Release --framework net10.0 --runtime linux-x64 --self-contained false "
                + "--output /out --no-restore --nologo --verbosity minimal",
            output.StdToText()
        );
    }

    [Fact]
    public void Properties_are_escaped_for_msbuild()
    {
        var output = DotNetBuild(o =>
            Echo(o).SetProperty("List", "a;b,c").SetProperty("Flag", true).AddProperty("Text", "100 % $(X)")
        );

        Assert.Equal(
            "build -property:List=a%3Bb%2Cc -property:Flag=true -property:Text=100 %25 %24(X)",
            output.StdToText()
        );
    }

    [Fact]
    public void Test_takes_its_options()
    {
        var output = DotNetTest(o =>
            Echo(o)
                .SetProjectFile("Tests.csproj")
                .SetConfiguration("Debug")
                .SetFramework("net10.0")
                .EnableNoBuild()
                .EnableNoRestore()
                .EnableNoLogo()
                .SetFilter("Category!=Slow")
                .SetSettingsFile("tests.runsettings")
                .SetDataCollector("XPlat Code Coverage")
                .SetResultsDirectory("/out")
                .SetLoggers("trx;LogFileName=a.trx")
                .AddLoggers("console;verbosity=minimal")
                .SetVerbosity(DotNetVerbosity.normal)
                .SetProperty("A", 1)
        );

        Assert.Equal(
            "test Tests.csproj --configuration Debug --framework net10.0 --no-build --no-restore --nologo "
                + "--filter Category!=Slow --settings tests.runsettings --collect XPlat Code Coverage "
                + "--results-directory /out --logger trx;LogFileName=a.trx --logger console;verbosity=minimal "
                + "--verbosity normal -property:A=1",
            output.StdToText()
        );
    }

    [Fact]
    public void Publish_takes_its_options()
    {
        var output = DotNetPublish(o =>
            Echo(o)
                .SetProject("App.csproj")
                .SetConfiguration("Release")
                .SetFramework("net10.0")
                .SetRuntime("linux-x64")
                .EnableSelfContained()
                .SetOutput("/out")
                .EnableNoBuild()
                .EnableNoRestore()
                .EnableNoLogo()
                .SetVerbosity(DotNetVerbosity.detailed)
                .SetProperty("A", 1.5)
        );

        Assert.Equal(
            "publish App.csproj --configuration Release --framework net10.0 --runtime linux-x64 --self-contained true "
                + "--output /out --no-build --no-restore --nologo --verbosity detailed -property:A=1.5",
            output.StdToText()
        );
    }

    [Fact]
    public void Tools_are_restored_from_a_manifest()
    {
        var output = DotNetToolRestore(o => Echo(o).SetToolManifest("/r/.config/dotnet-tools.json"));

        Assert.Equal("tool restore --tool-manifest /r/.config/dotnet-tools.json", output.StdToText());
    }

    [Fact]
    public void Several_projects_are_tested_in_one_call()
    {
        var results = DotNetTest(o => Echo(o).CombineWith(["A", "B"], (o, project) => o.SetProjectFile(project)));

        Assert.Equal(["test A", "test B"], results.Select(result => result.Output.StdToText()));
    }

    [Theory]
    [InlineData("/r/A.cs(1,2): error CS1002: ; expected [/r/A.csproj]", "Error")]
    [InlineData("MSBUILD : error MSB1009: Project file does not exist.", "Error")]
    [InlineData("/r/A.csproj : error : no source", "Error")]
    [InlineData("/r/A.cs(1,2): warning CA1000: text", "Warning")]
    [InlineData("    0 Error(s)", "Debug")]
    [InlineData("Passed: an error: is text here", "Debug")]
    public void What_msbuild_reports_is_logged_at_its_level(string line, string level)
    {
        var script = folder.Script("dotnet", $"cat <<'END'\n{line}\nEND");

        DotNetRestore(new DotNetRestoreSettings().SetProcessToolPath(script).DisableProcessInvocationLogging());

        Assert.Equal([$"{level}: {line}"], log.Lines);
    }

    [Fact]
    public void Any_command_runs()
    {
        var output = DotNetTasks.DotNet($"--version", workingDirectory: folder.Path);

        Assert.Matches(@"^\d+\.\d+\.\d+", output.StdToText());
        Assert.EndsWith("dotnet", DotNetPath);
    }

    private T Echo<T>(T options)
        where T : ToolOptions => options.SetProcessToolPath(folder.Script("dotnet", "echo \"$@\""));
}
