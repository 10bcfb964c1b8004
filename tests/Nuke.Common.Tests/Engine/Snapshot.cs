using System.Runtime.CompilerServices;

namespace NukeCommon.Tests.Engine;

/// <summary>Compares what a person or a machine reads with a committed file; <c>UPDATE_SNAPSHOTS=1</c> rewrites the file.</summary>
internal static class Snapshot
{
    private static readonly string Folder = Path.Combine(Project(), "Snapshots");

    public static void Matches(string actual, [CallerMemberName] string name = "")
    {
        var file = Path.Combine(Folder, name + ".txt");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(file, actual.ReplaceLineEndings("\n"));
        }

        Assert.True(
            File.Exists(file),
            $"{file} does not exist: run the test with UPDATE_SNAPSHOTS=1 and read the file"
        );
        Assert.Equal(File.ReadAllText(file), actual.ReplaceLineEndings("\n"));
    }

    private static string Project()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Pipeline.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, "tests", "Nuke.Common.Tests");
    }
}
