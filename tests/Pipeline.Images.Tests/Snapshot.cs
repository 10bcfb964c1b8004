namespace Pipeline.Images.Tests;

/// <summary>Compares a document with a committed file; <c>UPDATE_SNAPSHOTS=1</c> rewrites the file.</summary>
static class Snapshot
{
    public static void Matches(string actual, string file)
    {
        var path = Path.Combine(Project(), file);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(path, actual);

        Assert.True(
            File.Exists(path),
            $"{path} does not exist: run the test with UPDATE_SNAPSHOTS=1 and read the file"
        );
        Assert.Equal(File.ReadAllText(path), actual);
    }

    public static string Root()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "Pipeline.sln")))
            directory = Path.GetDirectoryName(directory)!;
        return directory;
    }

    static string Project() => Path.Combine(Root(), "tests", "Pipeline.Images.Tests");
}
