namespace Pipeline.Core.Environments;

/// <summary>What runs on a track: an image by digest together with its configuration.</summary>
/// <param name="ImageDigest">Digest of the image, <c>sha256:</c> and 64 hexadecimal characters.</param>
/// <param name="Configuration">Hash of the configuration.</param>
public sealed record Revision(string ImageDigest, ConfigurationHash Configuration)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; null when the text is none.</summary>
    public static Revision? Parse(string? text) =>
        text?.Split('+') is [var digest, var hash] && digest.StartsWith("sha256:", StringComparison.Ordinal)
            ? new Revision(digest, new ConfigurationHash(hash))
            : null;

    /// <summary>For people: the first twelve characters of the digest and eight of the configuration.</summary>
    public string Short => $"{ImageDigest["sha256:".Length..][..12]}+{Configuration.Short}";

    /// <inheritdoc/>
    public override string ToString() => $"{ImageDigest}+{Configuration.Value}";
}
