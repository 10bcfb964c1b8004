using System.Diagnostics;

namespace ThirdPartyBuild.Tests;

/// <summary>A repository with the files that the build works on, and a dotnet that prints its arguments.</summary>
internal sealed class ShopRepository : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("third-party-");

    public ShopRepository()
    {
        Write(".nuke/parameters.json", """{ "Solution": "Shop.sln" }""");
        Write("version.txt", "1.2.0\n");
        Write("Shop.sln", Solution);
        Write("src/Shop/Shop.csproj", "");
        Write("src/Shop.Tests/Shop.Tests.csproj", "");
        Write("src/Shop/bin/stale.dll", "");
        Git("init", "--quiet", "--initial-branch=main");
        Git("remote", "add", "origin", "https://github.com/shop/shop.git");
        Git("commit", "--quiet", "--allow-empty", "--message=first");
    }

    public Dictionary<string, string> Variables { get; } =
        new()
        {
            ["DOTNET_EXE"] = "/bin/echo",
            ["GIT_AUTHOR_NAME"] = "Mona",
            ["GIT_AUTHOR_EMAIL"] = "mona@example.com",
            ["GIT_COMMITTER_NAME"] = "Mona",
            ["GIT_COMMITTER_EMAIL"] = "mona@example.com",
        };

    private static string Solution =>
        """
            Microsoft Visual Studio Solution File, Format Version 12.00
            # Visual Studio Version 17
            Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "Shop", "src\Shop\Shop.csproj", "{11111111-1111-1111-1111-111111111111}"
            EndProject
            Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "Shop.Tests", "src\Shop.Tests\Shop.Tests.csproj", "{22222222-2222-2222-2222-222222222222}"
            EndProject
            Global
            	GlobalSection(SolutionConfigurationPlatforms) = preSolution
            		Debug|Any CPU = Debug|Any CPU
            		Release|Any CPU = Release|Any CPU
            	EndGlobalSection
            EndGlobal

            """;

    public string PathOf(string file) => Path.Combine(folder.FullName, file);

    public string Git(params string[] arguments) => Run("git", arguments).Output.Trim();

    public (int ExitCode, string Output) Build(params string[] arguments) =>
        Run(Environment.ProcessPath!, [typeof(ShopRepository).Assembly.Location, .. arguments]);

    public void Dispose() => folder.Delete(recursive: true);

    private void Write(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), content);
    }

    private (int ExitCode, string Output) Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var host in new[] { "GITHUB_ACTIONS", "TF_BUILD", "NUKE_HOST" })
            start.Environment.Remove(host);
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }
}
