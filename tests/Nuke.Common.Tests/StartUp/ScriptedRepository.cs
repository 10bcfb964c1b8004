using System.Diagnostics;

namespace NukeCommon.Tests.StartUp;

/// <summary>
/// A repository with this one's build.sh, one source, and a dotnet that copies the source where the real one would compile it: only
/// when it is newer than what was made of it before.
/// </summary>
internal sealed class ScriptedRepository : IDisposable
{
    private const string DotNet = """
        #!/usr/bin/env bash
        case "$1" in
            --version) echo 10.0.401 ;;
            build)
                if [ -n "$BROKEN" ]; then echo "Program.cs(1,1): error"; exit 1; fi
                echo built >> builds
                mkdir -p "$6" build/obj
                if [ src/Program.cs -nt build/obj/program ]; then cp src/Program.cs build/obj/program; fi
                cp build/obj/program "$6/_build.dll"
                if [ -n "$EDITED" ] && [ ! -e edited ]; then echo edited > src/Program.cs; touch edited; fi ;;
            *) program=$1; shift
                if [ -n "$PROBE" ]; then flock --nonblock "${program%/*}/.complete" echo free || echo in use; exit; fi
                echo "$(cat "$program"): $*"; exit "${CODE:-0}" ;;
        esac
        """;

    private readonly TemporaryFolder folder = new();

    public ScriptedRepository(string sdk = "10.0.401")
    {
        Write("src/Program.cs", "first");
        Write("build/_build.csproj", "");
        Write("global.json", """{ "sdk": { "version": "10.0.401" } }""");
        WriteProgram("../dotnet/dotnet", DotNet);
        WriteProgram($"../dotnet/sdk/{sdk}/Roslyn/bincore/VBCSCompiler", "#!/bin/sh");
        File.Copy(Path.Combine(OwnRoot(), "build.sh"), Path.Combine(Root, "build.sh"));
    }

    /// <summary>The folder, whose name has a space as any user's may.</summary>
    public string Root => Path.Combine(folder.Path, "a repository");

    /// <summary>The folder of the dotnet that is found on the PATH.</summary>
    public string DotNetFolder => Path.Combine(folder.Path, "dotnet");

    public string Source => Path.Combine(Root, "src", "Program.cs");

    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>How often the program was built.</summary>
    public int Builds => File.Exists(Log) ? File.ReadAllLines(Log).Length : 0;

    private string Log => Path.Combine(Root, "builds");

    public void Write(string file, string content)
    {
        var path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    public void WriteProgram(string file, string content)
    {
        Write(file, content);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(
                Path.Combine(Root, file),
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
    }

    /// <summary>Commits the sources.</summary>
    public void Commit()
    {
        Git("add", "src");
        Git("-c", "user.name=Mona", "-c", "user.email=mona@example.com", "commit", "--quiet", "--message=change");
    }

    public void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Root })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }

    public ScriptRun Run(params string[] arguments) => Run(Start(arguments));

    public static ScriptRun Run(Process process)
    {
        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new ScriptRun(process.ExitCode, output.TrimEnd(), errors.GetAwaiter().GetResult());
        }
    }

    public Process Start(string[] arguments, string? script = null, string? directory = null)
    {
        var start = new ProcessStartInfo(script ?? Path.Combine(Root, "build.sh"), arguments)
        {
            WorkingDirectory = directory ?? Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{DotNetFolder}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment.Remove("DOTNET_ROOT");
        start.Environment.Remove("UseRealPackages");
        foreach (var (name, value) in Variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public void Dispose() => folder.Dispose();

    private static string OwnRoot()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "build.sh")))
            directory = Path.GetDirectoryName(directory)!;
        return directory;
    }
}
