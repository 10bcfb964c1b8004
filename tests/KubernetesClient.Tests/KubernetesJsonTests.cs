using System.Text.Json;
using k8s;
using k8s.Models;

namespace KubernetesClient.Tests;

public class KubernetesJsonTests
{
    [Fact]
    public void Nulls_are_left_out_and_names_are_in_camel_case()
    {
        var service = new V1ServiceSpec
        {
            ClusterIP = "None",
            Ports = [new V1ServicePort { Port = 80, TargetPort = "http" }],
        };

        var json = KubernetesJson.Serialize(service);

        Assert.Equal("""{"clusterIP":"None","ports":[{"port":80,"targetPort":"http"}]}""", json);
    }

    [Theory]
    [InlineData("2026-01-02T03:04:05.5Z", "2026-01-02T03:04:05.500000Z")]
    [InlineData("2026-01-02T03:04:05Z", "2026-01-02T03:04:05.000000Z")]
    [InlineData("2026-01-02T03:04:05+01:00", "2026-01-02T02:04:05.000000Z")]
    [InlineData("2026-01-02T03:04:05.123456789Z", "2026-01-02T03:04:05.123456Z")]
    public void Times_are_read_in_every_precision_and_written_in_UTC_with_six_digits(string read, string written)
    {
        var lease = KubernetesJson.Deserialize<V1LeaseSpec>($$"""{"renewTime":"{{read}}"}""");

        var json = KubernetesJson.Serialize(lease);

        Assert.Equal(DateTimeKind.Utc, lease.RenewTime!.Value.Kind);
        Assert.Equal($$"""{"renewTime":"{{written}}"}""", json);
    }

    [Theory]
    [InlineData("""{"maxSurge":"25%"}""", "25%")]
    [InlineData("""{"maxSurge":1}""", "1")]
    public void A_number_or_a_text_comes_back_as_it_was(string json, string value)
    {
        var update = KubernetesJson.Deserialize<V1RollingUpdateDeployment>(json);

        Assert.Equal(value, update.MaxSurge);
        Assert.Equal(json, KubernetesJson.Serialize(update));
    }

    [Fact]
    public void The_bytes_of_a_secret_are_Base64()
    {
        var secret = KubernetesJson.Deserialize<V1Secret>("""{"data":{"key":"AQI="}}""");

        Assert.Equal([1, 2], secret.Data["key"]);
    }

    [Fact]
    public void Fields_that_a_model_lacks_are_passed_over()
    {
        var pod = KubernetesJson.Deserialize<V1Pod>("""{"spec":{"hostPID":true,"nodeName":"n"}}""");

        Assert.Equal("n", pod.Spec.NodeName);
    }

    [Fact]
    public void A_status_is_written_as_it_is_read()
    {
        const string Json =
            """{"apiVersion":"v1","code":409,"kind":"Status","message":"m","reason":"Conflict","status":"Failure"}""";

        var status = KubernetesJson.Deserialize<V1Status>(JsonSerializer.Deserialize<JsonElement>(Json));

        Assert.Equal(Json, KubernetesJson.Serialize(status));
    }
}
