namespace Pipeline.Images.Registries.Remote;

/// <summary>How to speak to a registry.</summary>
public sealed record RemoteRegistryOptions
{
    /// <summary>Who we are; null for anonymous.</summary>
    public RegistryCredential? Credential { get; init; }

    /// <summary>Whether a host other than this machine may be spoken to without TLS.</summary>
    public bool AllowPlainHttp { get; init; }

    /// <summary>Blobs larger than this many bytes are uploaded in chunks of this size.</summary>
    public int ChunkBytes { get; init; } = 16 << 20;

    /// <summary>How long one request may take.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The clock that pauses between attempts are measured by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
