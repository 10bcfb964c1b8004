using System.Text.Json;

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

        var layerOf = ReadDependencies(Path.Combine(directory, $"{entryPoint}.deps.json"));
        var files = Directory
            .EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(directory, path).Replace('\\', '/')))
            .ToLookup(
                file => layerOf.GetValueOrDefault(file.Name, LayerName.Application),
                file => new LayerFile($"{ImageDirectory}/{file.Name}", file.Path, IsProgram(file.Path))
            );

        return
        [
            .. from name in LayerName.LowestFirst
            where files[name].Any()
            select new LayerPlan(name, name == LayerName.Application ? created : Timeless, [.. files[name]]),
        ];
    }

    /// <summary>The layer of every file that comes from the runtime or from a package, by its name in the output.</summary>
    static Dictionary<string, string> ReadDependencies(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            var target = root.GetProperty("runtimeTarget").GetProperty("name").GetString()!;
            var libraries = root.GetProperty("libraries");
            return root.GetProperty("targets")
                .GetProperty(target)
                .EnumerateObject()
                .Select(library => (library.Value, Layer: LayerOf(libraries.GetProperty(library.Name))))
                .Where(library => library.Layer != LayerName.Application)
                .SelectMany(library => OutputNames(library.Value).Select(name => (name, library.Layer)))
                .GroupBy(file => file.name, file => file.Layer)
                .ToDictionary(file => file.Key, file => file.First());
        }
        catch (Exception exception)
            when (exception is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ImageBuildException(
                $"{path} is no dependency file of dotnet publish: {exception.Message}",
                exception
            );
        }
    }

    static string LayerOf(JsonElement library) =>
        library.GetProperty("type").GetString() switch
        {
            "runtimepack" => LayerName.Runtime,
            "package" => LayerName.Packages,
            _ => LayerName.Application,
        };

    // A file lies in its package's folders, but beside the program in the output; satellite assemblies keep their culture's folder.
    static IEnumerable<string> OutputNames(JsonElement library) =>
        Section(library, "runtime")
            .Concat(Section(library, "native"))
            .Select(file => Path.GetFileName(file.Name))
            .Concat(
                Section(library, "resources")
                    .Select(file => $"{file.Value.GetProperty("locale").GetString()}/{Path.GetFileName(file.Name)}")
            );

    static IEnumerable<JsonProperty> Section(JsonElement library, string name) =>
        library.TryGetProperty(name, out var section) ? section.EnumerateObject() : [];

    // File modes differ between machines and do not exist on Windows; the first bytes do not.
    static bool IsProgram(string path)
    {
        if (path.EndsWith(".so", StringComparison.Ordinal))
            return false;

        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[4];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head[..read].SequenceEqual("\u007FELF"u8) || head[..read].StartsWith("#!"u8);
    }
}
