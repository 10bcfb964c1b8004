using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Node.Probes;

/// <summary>A probe as the container's specification has it, with Kubernetes' defaults.</summary>
internal sealed record ProbeSpec
{
    public required ProbeAction Action { get; init; }

    public TimeSpan InitialDelay { get; init; }

    public TimeSpan Period { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(1);

    public int SuccessThreshold { get; init; } = 1;

    public int FailureThreshold { get; init; } = 3;

    /// <summary>The probe of that name, or null if the container has none.</summary>
    public static ProbeSpec? Read(JsonObject container, string name)
    {
        if (container[name] is not JsonObject probe || ReadAction(container, probe) is not { } action)
            return null;
        var defaults = new ProbeSpec { Action = action };
        return defaults with
        {
            InitialDelay = Seconds(probe, "initialDelaySeconds") ?? defaults.InitialDelay,
            Period = Seconds(probe, "periodSeconds") ?? defaults.Period,
            Timeout = Seconds(probe, "timeoutSeconds") ?? defaults.Timeout,
            SuccessThreshold = probe.Int("successThreshold") ?? defaults.SuccessThreshold,
            FailureThreshold = probe.Int("failureThreshold") ?? defaults.FailureThreshold,
        };
    }

    private static ProbeAction? ReadAction(JsonObject container, JsonObject probe)
    {
        if (probe["httpGet"] is { } http)
        {
            return new ProbeAction.Http(
                http.Text("host"),
                ReadPort(container, http),
                http.Text("scheme")?.ToLowerInvariant() ?? "http",
                http.Text("path") ?? "/",
                [
                    .. http.Items("httpHeaders")
                        .Select(h => KeyValuePair.Create(h.Text("name") ?? "", h.Text("value") ?? "")),
                ]
            );
        }

        return probe["tcpSocket"] is { } tcp ? new ProbeAction.Tcp(tcp.Text("host"), ReadPort(container, tcp)) : null;
    }

    private static int ReadPort(JsonObject container, JsonNode handler)
    {
        if (handler.Int("port") is { } number)
            return number;
        var name = handler.Text("port");
        return container.Items("ports").FirstOrDefault(port => port.Text("name") == name).Int("containerPort")
            ?? (int.TryParse(name, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0);
    }

    private static TimeSpan? Seconds(JsonObject probe, string name) =>
        probe.Int(name) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
