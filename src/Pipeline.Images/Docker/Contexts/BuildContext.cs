using Pipeline.Images.Building;

namespace Pipeline.Images.Docker.Contexts;

/// <summary>The files that an engine builds an image from, as the tar archive that it is sent.</summary>
internal static class BuildContext
{
    /// <summary>Where the Dockerfile is in the archive: beside one that the folder has itself.</summary>
    public const string DockerfileName = "Dockerfile.pipeline";

    /// <summary>Writes the folder's files that <c>.dockerignore</c> does not leave out, and the Dockerfile.</summary>
    /// <exception cref="ImageBuildException">There is a link among the files: it could lead out of the folder.</exception>
    public static async Task WriteAsync(
        string directory,
        string dockerfile,
        DateTimeOffset modified,
        string output,
        CancellationToken cancellationToken
    )
    {
        var ignore = DockerIgnore.Read(directory);
        var own = Directory.CreateDirectory(output + ".own").FullName;
        LayerFile Own(string name, string content)
        {
            var path = Path.Combine(own, name);
            File.WriteAllText(path, content);
            return new LayerFile(name, path, IsExecutable: false);
        }

        await using var archive = File.Create(output);
        var plan = new LayerPlan(
            "context",
            modified,
            [
                .. Files(directory, "", ignore).Where(file => file.ImagePath != DockerIgnore.FileName),
                Own(DockerfileName, dockerfile),
                // The engine drops what this names before COPY sees it.
                Own(DockerIgnore.FileName, $"{DockerfileName}\n{DockerIgnore.FileName}\n"),
            ]
        );
        await DeterministicTar.WriteAsync(plan, archive, cancellationToken);
    }

    private static IEnumerable<LayerFile> Files(string root, string folder, DockerIgnore ignore)
    {
        foreach (var entry in new DirectoryInfo(Path.Combine(root, folder)).EnumerateFileSystemInfos())
        {
            var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
            if (entry is DirectoryInfo && entry.LinkTarget is null)
            {
                foreach (var file in ignore.Prunes(path) ? [] : Files(root, path, ignore))
                    yield return file;
            }
            else if (!ignore.IsIgnored(path))
            {
                if (entry.LinkTarget is { } target)
                    throw new ImageBuildException(
                        $"{path} is a link to {target}, and a build context has files only: add it to .dockerignore"
                    );
                yield return new LayerFile(path, entry.FullName, ProgramFile.Is(entry.FullName));
            }
        }
    }
}
