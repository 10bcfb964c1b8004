namespace Pipeline.Workflows.Yaml;

/// <summary>A truth value or a number, as every reader understands it.</summary>
public sealed record YamlToken : YamlNode
{
    internal YamlToken(string token) => Token = token;

    /// <summary>How it is written.</summary>
    public string Token { get; }
}
