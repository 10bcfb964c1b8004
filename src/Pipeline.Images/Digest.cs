using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Pipeline.Images;

/// <summary>The SHA-256 name of a blob, written <c>sha256:</c> and 64 lower-case hexadecimal digits.</summary>
[JsonConverter(typeof(DigestJsonConverter))]
public sealed record Digest
{
    /// <summary>What every digest starts with; other algorithms are refused.</summary>
    public const string Prefix = "sha256:";

    static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    Digest(string hex) => Hex = hex;

    /// <summary>The 64 hexadecimal digits without the algorithm; also the blob's file name in a layout.</summary>
    public string Hex { get; }

    /// <summary>Reads <c>sha256:…</c>; throws <see cref="FormatException"/> for anything else.</summary>
    public static Digest Parse(string text) =>
        TryParse(text, out var digest)
            ? digest
            : throw new FormatException(
                $"'{text}' is not a digest: expected {Prefix} and 64 lower-case hexadecimal digits."
            );

    /// <summary>Reads <c>sha256:…</c> without throwing.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Digest? digest)
    {
        digest = null;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal))
            return false;

        var hex = text.AsSpan(Prefix.Length);
        if (hex.Length != SHA256.HashSizeInBytes * 2 || hex.ContainsAnyExcept(LowerHex))
            return false;

        digest = new Digest(hex.ToString());
        return true;
    }

    /// <summary>The digest of bytes held in memory.</summary>
    public static Digest Of(ReadOnlySpan<byte> content) => FromHash(SHA256.HashData(content));

    /// <summary>The digest of a stream, read from its position to its end.</summary>
    public static async Task<Digest> OfAsync(Stream content, CancellationToken cancellationToken) =>
        FromHash(await SHA256.HashDataAsync(content, cancellationToken));

    /// <summary>The digest whose 32 bytes these are.</summary>
    public static Digest FromHash(ReadOnlySpan<byte> hash)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(hash.Length, SHA256.HashSizeInBytes);
        return new Digest(Convert.ToHexStringLower(hash));
    }

    /// <inheritdoc/>
    public override string ToString() => Prefix + Hex;
}
