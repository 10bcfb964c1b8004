using System.Diagnostics;
using Pipeline.Images.Building;

namespace ImageBuild;

/// <summary>A copy of a published service, whose own assembly can be changed, and a folder for what is built from it.</summary>
sealed class Sample : IDisposable
{
    public const string EntryPoint = "UserService";

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("image-benchmark-");
    private int changes;

    public Sample(string published)
    {
        foreach (var file in Directory.EnumerateFiles(published, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Published, Path.GetRelativePath(published, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Published => Path.Combine(root.FullName, "published");

    public string Layout => Path.Combine(root.FullName, "layout");

    /// <summary>Changes one assembly of the application.</summary>
    public void Change() => File.AppendAllText(Path.Combine(Published, $"{EntryPoint}.dll"), $"{changes++}");

    public void Forget() => Directory.Delete(Layout, recursive: true);

    public Task<BuiltImage> BuildAsync() =>
        OciImageBuilder.BuildAsync(
            new ImageRequest
            {
                PublishDirectory = Published,
                EntryPoint = EntryPoint,
                LayoutDirectory = Layout,
                Tag = "benchmark",
                Version = "1.0.0",
                Revision = "0",
                Created = DateTimeOffset.UnixEpoch,
            }
        );

    public static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start);
    }

    public void Dispose() => root.Delete(recursive: true);
}
