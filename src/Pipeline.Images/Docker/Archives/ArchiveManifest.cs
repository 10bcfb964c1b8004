namespace Pipeline.Images.Docker.Archives;

/// <summary>An entry of <c>manifest.json</c> in what <c>docker save</c> writes.</summary>
/// <param name="Config">Path of the configuration in the archive.</param>
/// <param name="Layers">Paths of the layers, lowest first.</param>
internal sealed record ArchiveManifest(string Config, IReadOnlyList<string> Layers);
