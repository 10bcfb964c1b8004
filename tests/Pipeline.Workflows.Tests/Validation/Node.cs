using System.ComponentModel;
using System.Diagnostics;

namespace Pipeline.Workflows.Tests.Validation;

/// <summary>The JavaScript runtime with the packages of this folder.</summary>
internal static class Node
{
    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    private static string Folder => Path.Combine(Root, "tests", "Pipeline.Workflows.Tests", "Validation");

    /// <summary>Skips the test where the runtime or the packages are missing.</summary>
    public static void Demand()
    {
        Skip.IfNot(IsInstalled(), "node is not installed");
        Skip.IfNot(
            Directory.Exists(Path.Combine(Folder, "node_modules")),
            "the checkers are not installed: .ci/prerequisites installs them"
        );
    }

    /// <summary>What a script of this folder prints.</summary>
    public static async Task<string> RunAsync(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("node", ["--import", "./json-modules.mjs", .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return await output;
    }

    private static bool IsInstalled()
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true }
            );
            return process is not null;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Pipeline.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
