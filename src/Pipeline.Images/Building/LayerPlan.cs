namespace Pipeline.Images.Building;

/// <summary>The files of one layer and the time that all of them bear.</summary>
/// <param name="Name">What the layer is: runtime, packages or application.</param>
/// <param name="Modified">The modification time of every file and directory, in whole seconds.</param>
/// <param name="Files">The files, in any order.</param>
public sealed record LayerPlan(string Name, DateTimeOffset Modified, IReadOnlyList<LayerFile> Files);
