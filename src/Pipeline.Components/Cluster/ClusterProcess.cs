using System.Globalization;
using System.Text.Json;

namespace Pipeline.Components.Cluster;

/// <summary>What the embedded cluster's pid file says.</summary>
/// <param name="Pid">Its process.</param>
/// <param name="StartTicks">Start of the process in clock ticks since boot (proc(5), field 22): a number that was given again has another.</param>
/// <param name="ApiPort">Port of its API.</param>
/// <param name="GatewayPort">Port of its gateway.</param>
public sealed record ClusterProcess(int Pid, long StartTicks, int ApiPort, int GatewayPort)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Where its gateway listens.</summary>
    public Uri Gateway => new($"http://127.0.0.1:{GatewayPort}");

    /// <summary>Whether that very process still runs.</summary>
    public bool IsAlive => StartTicksOf(Pid) == StartTicks;

    /// <summary>Reads a pid file; null when there is none.</summary>
    public static ClusterProcess? Read(string path)
    {
        try
        {
            return File.Exists(path)
                ? JsonSerializer.Deserialize<ClusterProcess>(File.ReadAllText(path), Options)
                : null;
        }
        catch (Exception problem) when (problem is JsonException or IOException)
        {
            return null;
        }
    }

    private static long? StartTicksOf(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            // A zombie has ended; only its parent has not yet looked.
            return fields[0] == "Z" ? null : long.Parse(fields[19], CultureInfo.InvariantCulture);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
