namespace Pipeline.Images.Building;

/// <summary>
/// Sorts the output of <c>dotnet publish</c> into layers by how often they change: the runtime, packages, and the application itself.
/// </summary>
static class PublishedApplication
{
    /// <summary>Where the output is in the image.</summary>
    public const string ImageDirectory = "app";

    // The commit's time would change the layers that no commit touches. Zip has no earlier time than this.
    static readonly DateTimeOffset Timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The layers that have files, lowest first; throws <see cref="ImageBuildException"/> when the entry point is missing.</summary>
    public static IReadOnlyList<LayerPlan> Plan(string directory, string entryPoint, DateTimeOffset created)
    {
        if (!File.Exists(Path.Combine(directory, entryPoint)))
            throw new ImageBuildException(
                $"{directory} has no file '{entryPoint}': expected the output of dotnet publish --self-contained. Publish first."
            );

        var layerOf = DependencyFile
            .Read(Path.Combine(directory, $"{entryPoint}.deps.json"))
            .SelectMany(library => library.Files.Select(file => (file, library.Layer)))
            .DistinctBy(entry => entry.file)
            .ToDictionary(entry => entry.file, entry => entry.Layer);
        var files = Directory
            .EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(directory, path).Replace('\\', '/')))
            .ToLookup(
                file => layerOf.GetValueOrDefault(file.Name, LayerName.Application),
                file => new LayerFile($"{ImageDirectory}/{file.Name}", file.Path, ProgramFile.Is(file.Path))
            );

        return
        [
            .. from name in LayerName.LowestFirst
            where files[name].Any()
            select new LayerPlan(name, name == LayerName.Application ? created : Timeless, [.. files[name]]),
        ];
    }
}
