using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.RegularExpressions;

namespace Pipeline.Images.Registries.Remote;

/// <summary>Names a repository of a remote registry, and perhaps an image in it: <c>host[:port]/repository[:tag][@digest]</c>.</summary>
public sealed partial record RegistryReference
{
    /// <summary>Host and, when given, port.</summary>
    public required string Host { get; init; }

    /// <summary>The repository, such as <c>team/user-service</c>.</summary>
    public required string Repository { get; init; }

    /// <summary>The tag, when given.</summary>
    public string? Tag { get; init; }

    /// <summary>The digest, when given; it decides when there is a tag as well.</summary>
    public Digest? Digest { get; init; }

    /// <summary>Whether the host is this machine, which is spoken to without TLS.</summary>
    public bool IsLoopback
    {
        get
        {
            var name = new Uri($"http://{Host}").Host.Trim('[', ']');
            return name == "localhost" || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address));
        }
    }

    /// <summary>Reads a reference; throws <see cref="FormatException"/> with the expected form for anything else.</summary>
    public static RegistryReference Parse(string text) =>
        TryParse(text, out var reference)
            ? reference
            : throw new FormatException(
                $"'{text}' is not an image reference: expected host[:port]/repository[:tag][@sha256:digest], such as registry.example.org/user-service:1.0.0."
            );

    /// <summary>Reads a reference without throwing.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out RegistryReference? reference)
    {
        reference = null;
        if (Pattern().Match(text) is not { Success: true } match)
            return false;

        // To Docker, "team/users" is a repository on Docker Hub; we want the host to be said.
        var host = match.Groups["host"].Value;
        if (host != "localhost" && !host.Contains('.') && !host.Contains(':'))
            return false;

        Digest? digest = null;
        if (match.Groups["digest"].Success && !Images.Digest.TryParse(match.Groups["digest"].Value, out digest))
            return false;

        reference = new RegistryReference
        {
            Host = host,
            Repository = match.Groups["repository"].Value,
            Tag = match.Groups["tag"] is { Success: true } tag ? tag.Value : null,
            Digest = digest,
        };
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Host}/{Repository}{(Tag is null ? "" : $":{Tag}")}{(Digest is null ? "" : $"@{Digest}")}";

    [GeneratedRegex(
        """
            ^(?<host>(\[[0-9a-f:]+\]|[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?)(:[0-9]+)?)
            /(?<repository>[a-z0-9]+([._-]+[a-z0-9]+)*(/[a-z0-9]+([._-]+[a-z0-9]+)*)*)
            (:(?<tag>[A-Za-z0-9_][A-Za-z0-9._-]{0,127}))?
            (@(?<digest>.+))?$
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Pattern();
}
