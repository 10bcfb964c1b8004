using System.Text.Json.Serialization;

namespace Octokit;

/// <summary>What a tag points at.</summary>
public class TagObject : GitReference
{
    [JsonInclude]
    public StringEnum<TaggedType> Type { get; private set; }
}
