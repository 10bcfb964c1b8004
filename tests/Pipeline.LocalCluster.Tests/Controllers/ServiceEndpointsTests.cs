using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Controllers.Services;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Tests.Controllers;

public sealed class ServiceEndpointsTests
{
    private static readonly JsonObject Service = JsonNode
        .Parse(
            """{"spec":{"ports":[{"name":"http","port":80,"targetPort":"web"},{"name":"admin","port":81,"targetPort":8081}]}}"""
        )!
        .AsObject();

    [Theory]
    [InlineData("True", false, true)]
    [InlineData("False", false, false)]
    [InlineData("True", true, false)]
    public void Only_a_ready_pod_that_is_not_terminating_gets_traffic(string ready, bool terminating, bool expected)
    {
        var endpoints = ServiceEndpoints.Of(Service, [Pod("a", "127.0.0.2", ready, terminating)]);

        Assert.Equal(expected, endpoints[0].Flag("conditions", "ready"));
        Assert.Equal(terminating, endpoints[0].Flag("conditions", "terminating"));
    }

    [Fact]
    public void A_service_may_publish_pods_that_are_not_ready()
    {
        var service = JsonNode.Parse("""{"spec":{"publishNotReadyAddresses":true}}""")!.AsObject();

        var endpoints = ServiceEndpoints.Of(service, [Pod("a", "127.0.0.2", "False")]);

        Assert.True(endpoints[0].Flag("conditions", "ready"));
    }

    [Fact]
    public void Pods_without_an_address_are_left_out()
    {
        Assert.Empty(ServiceEndpoints.Of(Service, [Pod("a", null, "False")]));
    }

    [Fact]
    public void A_named_target_port_is_looked_up_in_the_pods()
    {
        var ports = ServiceEndpoints.Ports(Service, [Pod("a", "127.0.0.2", "True")]);

        Assert.Equal([8080, 8081], ports.Select(port => port.Int("port") ?? 0));
    }

    [Fact]
    public void A_named_target_port_that_no_pod_has_is_left_out()
    {
        var ports = ServiceEndpoints.Ports(Service, []);

        Assert.Equal("admin", Assert.Single(ports).Text("name"));
    }

    private static JsonObject Pod(string name, string? ip, string ready, bool terminating = false)
    {
        var pod = JsonNode
            .Parse(
                $$$"""{"metadata":{"name":"{{{name}}}"},"spec":{"containers":[{"ports":[{"name":"web","containerPort":8080}]}]},"status":{"conditions":[{"type":"Ready","status":"{{{ready}}}"}]}}"""
            )!
            .AsObject();
        if (ip is not null)
            pod["status"]!["podIP"] = ip;
        if (terminating)
            pod["metadata"]!["deletionTimestamp"] = "2025-01-01T00:00:00Z";
        return pod;
    }
}
