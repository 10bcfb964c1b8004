using Docker.DotNet.Models;

namespace Pipeline.Images.Docker;

/// <summary>What an engine says while it builds: output is passed on, and the error that ends a build is kept.</summary>
/// <remarks>A build that fails is answered with status 200; the error is one of the messages.</remarks>
internal sealed class BuildOutput(Action<string> show) : IProgress<JSONMessage>
{
    /// <summary>Why the build failed; null when it did not.</summary>
    public string? Error { get; private set; }

    public void Report(JSONMessage value)
    {
        Error ??= value.Error?.Message ?? value.ErrorMessage;
        // Download bars repeat a layer's status many times a second.
        if (
            value.ProgressMessage is null
            && (value.Stream ?? value.Status)?.TrimEnd() is { Length: > 0 } line
            && !IsHousekeeping(line)
        )
            show(value.ID is null ? line : $"{value.ID}: {line}");
    }

    private static bool IsHousekeeping(string line) =>
        line.StartsWith(" --->", StringComparison.Ordinal)
        || line.StartsWith("Removing intermediate container", StringComparison.Ordinal);
}
