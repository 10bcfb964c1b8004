using System.Collections.Immutable;
using System.Text.Json;

namespace Pipeline.Images.Building;

/// <summary>Reads the dependency file that <c>dotnet publish</c> writes beside a program.</summary>
public static class DependencyFile
{
    /// <summary>The libraries in it; throws <see cref="ImageBuildException"/> when it is missing or something else.</summary>
    public static ImmutableArray<DependencyLibrary> Read(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path), path);
        }
        catch (IOException exception)
        {
            throw NoDependencyFile(path, exception);
        }
    }

    /// <summary>The libraries in a file's content; throws <see cref="ImageBuildException"/> when it is something else.</summary>
    /// <param name="content">The content.</param>
    /// <param name="origin">Where it came from, for the error message.</param>
    public static ImmutableArray<DependencyLibrary> Parse(ReadOnlyMemory<byte> content, string origin)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            var root = document.RootElement;
            var target = root.GetProperty("runtimeTarget").GetProperty("name").GetString()!;
            var described = root.GetProperty("libraries");
            var libraries = root.GetProperty("targets").GetProperty(target);
            return
            [
                .. libraries
                    .EnumerateObject()
                    .Select(library => Read(library.Name, library.Value, described.GetProperty(library.Name))),
            ];
        }
        catch (Exception exception)
            when (exception is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw NoDependencyFile(origin, exception);
        }
    }

    static ImageBuildException NoDependencyFile(string origin, Exception cause) =>
        new($"{origin} is no dependency file of dotnet publish: {cause.Message}", cause);

    static DependencyLibrary Read(string id, JsonElement library, JsonElement described) =>
        new(
            id,
            described.GetProperty("type").GetString() switch
            {
                "runtimepack" => LayerName.Runtime,
                "package" => LayerName.Packages,
                _ => LayerName.Application,
            },
            described.TryGetProperty("sha512", out var hash) ? Hex(hash.GetString()!) : null,
            [.. OutputNames(library)],
            [.. Section(library, "dependencies").Select(other => $"{other.Name}/{other.Value.GetString()}")]
        );

    // "sha512-" and base 64; a project has an empty one.
    static string? Hex(string hash) =>
        hash == "" ? null : Convert.ToHexStringLower(Convert.FromBase64String(hash["sha512-".Length..]));

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
}
