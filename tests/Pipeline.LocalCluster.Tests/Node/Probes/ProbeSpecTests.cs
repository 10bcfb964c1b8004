using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Node.Probes;

namespace Pipeline.LocalCluster.Tests.Node.Probes;

public sealed class ProbeSpecTests
{
    [Fact]
    public void What_is_not_said_is_as_in_Kubernetes()
    {
        var probe = Read("""{"httpGet":{"port":8080}}""");

        var http = Assert.IsType<ProbeAction.Http>(probe!.Action);
        Assert.Equal((null, 8080, "http", "/"), (http.Host, http.Port, http.Scheme, http.Path));
        Assert.Equal(
            (TimeSpan.Zero, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1), 1, 3),
            (probe.InitialDelay, probe.Period, probe.Timeout, probe.SuccessThreshold, probe.FailureThreshold)
        );
    }

    [Fact]
    public void What_is_said_is_read()
    {
        var probe = Read(
            """
            {"initialDelaySeconds":1,"periodSeconds":2,"timeoutSeconds":3,"successThreshold":4,"failureThreshold":5,
             "httpGet":{"host":"127.0.0.9","port":8443,"scheme":"HTTPS","path":"/ready",
                        "httpHeaders":[{"name":"X-Probe","value":"yes"}]}}
            """
        );

        var http = Assert.IsType<ProbeAction.Http>(probe!.Action);
        Assert.Equal(("127.0.0.9", 8443, "https", "/ready"), (http.Host, http.Port, http.Scheme, http.Path));
        Assert.Equal([KeyValuePair.Create("X-Probe", "yes")], http.Headers);
        Assert.Equal(
            (1.0, 2.0, 3.0, 4, 5),
            (
                probe.InitialDelay.TotalSeconds,
                probe.Period.TotalSeconds,
                probe.Timeout.TotalSeconds,
                probe.SuccessThreshold,
                probe.FailureThreshold
            )
        );
    }

    [Theory]
    [InlineData("8081", 8081)]
    [InlineData("\"http\"", 8080)]
    [InlineData("\"8081\"", 8081)]
    [InlineData("\"nobody\"", 0)]
    public void A_port_is_a_number_or_the_name_of_one(string port, int number)
    {
        var probe = Read($$$"""{"tcpSocket":{"port":{{{port}}}}}""");

        Assert.Equal(new ProbeAction.Tcp(null, number), probe!.Action);
    }

    [Fact]
    public void A_container_may_have_none()
    {
        Assert.Null(ProbeSpec.Read(JsonNode.Parse("{}")!.AsObject(), "readinessProbe"));
    }

    private static ProbeSpec? Read(string probe) =>
        ProbeSpec.Read(
            JsonNode
                .Parse($$$"""{"ports":[{"name":"http","containerPort":8080}],"readinessProbe":{{{probe}}}}""")!
                .AsObject(),
            "readinessProbe"
        );
}
