using System.Text.Json.Serialization;

namespace Pipeline.Images.Documents;

/// <summary>What machine an image runs on, in Go's words (<c>amd64</c>, <c>linux</c>).</summary>
public sealed record ImagePlatform
{
    /// <summary>The processor, such as <c>amd64</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>The operating system, such as <c>linux</c>.</summary>
    public required string Os { get; init; }

    /// <summary>The version of the operating system, where it matters.</summary>
    [JsonPropertyName("os.version")]
    public string? OsVersion { get; init; }

    /// <summary>The variant of the processor, such as <c>v8</c>.</summary>
    public string? Variant { get; init; }

    /// <summary>The only platform that we build for.</summary>
    public static ImagePlatform LinuxAmd64 { get; } = new() { Architecture = "amd64", Os = "linux" };

    /// <summary>Whether an image for this platform runs on that one; versions and variants do not count.</summary>
    public bool Matches(ImagePlatform other) => Architecture == other.Architecture && Os == other.Os;
}
