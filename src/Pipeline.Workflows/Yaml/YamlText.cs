namespace Pipeline.Workflows.Yaml;

/// <summary>A text.</summary>
/// <param name="Text">The text.</param>
public sealed record YamlText(string Text) : YamlNode;
