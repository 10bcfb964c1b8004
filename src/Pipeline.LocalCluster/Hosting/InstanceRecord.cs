using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Hosting;

/// <summary>
/// The content of <c>ROOT/pid</c>: the process that serves this root. <paramref name="StartTicks"/> is field 22 of
/// <c>/proc/PID/stat</c>, which tells the process from a later one with the same number.
/// </summary>
public sealed record InstanceRecord(
    int Pid,
    long StartTicks,
    DateTimeOffset StartTime,
    int ApiPort,
    int GatewayPort,
    string Version
)
{
    public static InstanceRecord OfThisProcess(ClusterSockets sockets, string version, TimeProvider time) =>
        new(
            Environment.ProcessId,
            TicksOf(Environment.ProcessId) ?? 0,
            time.GetUtcNow(),
            sockets.ApiAddress.Port,
            sockets.GatewayAddress.Port,
            version
        );

    /// <summary>The record in a file, or null if there is none that can be read.</summary>
    public static InstanceRecord? Read(string path)
    {
        try
        {
            var json = JsonNode.Parse(File.ReadAllText(path));
            return new InstanceRecord(
                json.Int("pid") ?? 0,
                (long?)json.At("startTicks") ?? 0,
                json.Time("startTime") ?? default,
                json.Int("apiPort") ?? 0,
                json.Int("gatewayPort") ?? 0,
                json.Text("version") ?? ""
            );
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public string ToJson() =>
        new JsonObject
        {
            ["pid"] = Pid,
            ["startTicks"] = StartTicks,
            ["startTime"] = KubernetesTime.FormatMicro(StartTime),
            ["apiPort"] = ApiPort,
            ["gatewayPort"] = GatewayPort,
            ["version"] = Version,
        }.ToJsonString(new JsonSerializerOptions { WriteIndented = true });

    private static long? TicksOf(int pid)
    {
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        // The second field is the program's name in parentheses, which may itself contain spaces and parentheses.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return long.TryParse(fields[22 - 3], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            ? ticks
            : null;
    }
}
