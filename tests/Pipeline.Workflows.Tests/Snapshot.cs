namespace Pipeline.Workflows.Tests;

/// <summary>Compares a text with the committed one; <c>UPDATE_SNAPSHOTS=1</c> writes it instead.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string actual)
    {
        var path = Path.Combine(Folder(), name);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is missing; UPDATE_SNAPSHOTS=1 writes it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Folder()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Pipeline.sln")))
            directory =
                directory.Parent ?? throw new DirectoryNotFoundException("Pipeline.sln is in no parent directory.");
        return Path.Combine(directory.FullName, "tests", "Pipeline.Workflows.Tests", "Snapshots");
    }
}
