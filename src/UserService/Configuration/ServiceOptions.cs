using System.Net;

namespace UserService.Configuration;

/// <summary>How the service runs; every value comes from an environment variable and is valid.</summary>
sealed record ServiceOptions
{
    /// <summary>The address to listen on (<c>POD_IP</c>, 127.0.0.1 when unset).</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port to listen on (<c>PORT</c>, 8080 when unset); 0 takes any free one.</summary>
    public int Port { get; init; } = 8080;

    /// <summary>The least level that is logged (<c>LOG__LEVEL</c>); at debug there is one line for each request.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>Whether an unexpected failure is described in its response (<c>DEBUG__MODE</c>).</summary>
    public bool DebugMode { get; init; }

    /// <summary>How long requests are still accepted after the signal to stop (<c>DRAIN__SECONDS</c>).</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The share of requests to <c>/users</c> that fail on purpose, 0 to 1 (<c>FAULTS__ERRORRATE</c>).</summary>
    public double FaultErrorRate { get; init; }

    /// <summary>By how much requests to <c>/users</c> are delayed on purpose (<c>FAULTS__LATENCYMS</c>).</summary>
    public TimeSpan FaultLatency { get; init; }

    /// <summary>The digest of the image that this process runs from (<c>IMAGE_DIGEST</c>).</summary>
    public string ImageDigest { get; init; } = "unknown";

    /// <summary>A name that tells two revisions of one image apart (<c>PIPELINE_REVISION</c>); logged at start.</summary>
    public string Revision { get; init; } = "";

    /// <summary>Reads the variables; throws <see cref="ConfigurationException"/> that names each one that is wrong.</summary>
    public static ServiceOptions Read(IReadOnlyDictionary<string, string> variables)
    {
        var reader = new VariableReader(variables);
        var options = new ServiceOptions
        {
            Address = reader.Address("POD_IP", IPAddress.Loopback),
            Port = reader.Integer("PORT", 8080, 0, IPEndPoint.MaxPort),
            LogLevel = reader.Choice(
                "LOG__LEVEL",
                LogLevel.Information,
                ("debug", LogLevel.Debug),
                ("info", LogLevel.Information),
                ("warn", LogLevel.Warning),
                ("error", LogLevel.Error)
            ),
            DebugMode = reader.Choice("DEBUG__MODE", false, ("on", true), ("off", false)),
            Drain = TimeSpan.FromSeconds(reader.Integer("DRAIN__SECONDS", 5, 0, 600)),
            FaultErrorRate = reader.Number("FAULTS__ERRORRATE", 0, 0, 1),
            FaultLatency = TimeSpan.FromMilliseconds(reader.Integer("FAULTS__LATENCYMS", 0, 0, 600_000)),
            ImageDigest = reader.Matching(
                "IMAGE_DIGEST",
                "unknown",
                "sha256: and 64 lower-case hexadecimal digits",
                IsDigest
            ),
            Revision = reader.Text("PIPELINE_REVISION", ""),
        };

        return reader.Problems is [] ? options : throw new ConfigurationException(reader.Problems);
    }

    static bool IsDigest(string text) =>
        text.StartsWith("sha256:", StringComparison.Ordinal)
        && text.Length == "sha256:".Length + 64
        && text["sha256:".Length..].All(char.IsAsciiHexDigitLower);
}
