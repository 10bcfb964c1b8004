using Pipeline.Core.Tests.Architecture;

namespace Pipeline.Core.Tests;

/// <summary>Compares a text with the committed one; <c>UPDATE_SNAPSHOTS=1</c> writes it instead.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string actual)
    {
        var path = Path.Combine(Repository.Root, "tests", "Pipeline.Core.Tests", "Snapshots", name);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is missing; UPDATE_SNAPSHOTS=1 writes it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
