using System.Runtime.CompilerServices;

namespace Pipeline.Components.Tests;

/// <summary>Compares what a person or a machine reads with a committed file; <c>UPDATE_SNAPSHOTS=1</c> rewrites the file.</summary>
internal static class Snapshot
{
    public static void Matches(string actual, string name, [CallerFilePath] string test = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(test)!, "Snapshots", name);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual.ReplaceLineEndings("\n"));
        }

        Assert.True(
            File.Exists(file),
            $"{file} does not exist: run the test with UPDATE_SNAPSHOTS=1 and read the file"
        );
        Assert.Equal(File.ReadAllText(file), actual.ReplaceLineEndings("\n"));
    }
}
