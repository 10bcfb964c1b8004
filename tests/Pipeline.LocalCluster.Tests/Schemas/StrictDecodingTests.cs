using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Schemas;

namespace Pipeline.LocalCluster.Tests.Schemas;

public sealed class StrictDecodingTests
{
    [Theory]
    [InlineData("""{"spec":{"foo":1}}""", "unknown field \"spec.foo\"")]
    [InlineData(
        """{"spec":{"template":{"spec":{"containers":[{"name":"a"},{"name":"b","imagee":"x"}]}}}}""",
        "unknown field \"spec.template.spec.containers[1].imagee\""
    )]
    [InlineData("""{"metadata":{"label":{}}}""", "unknown field \"metadata.label\"")]
    public void An_unknown_field_is_found_with_its_path_and_dropped(string json, string expected)
    {
        var content = Parse(json);

        var first = StrictDecoding.Check(content, SchemaCatalog.Type("Deployment"));
        var second = StrictDecoding.Check(content, SchemaCatalog.Type("Deployment"));

        Assert.Equal([expected], first.Unknown);
        Assert.Empty(second.Unknown);
    }

    [Theory]
    [InlineData("""{"spec":{"replicas":"3"}}""", "spec.replicas: expected int32, found string \"3\"")]
    [InlineData("""{"spec":{"replicas":1.5}}""", "spec.replicas: expected int32, found 1.5")]
    [InlineData("""{"spec":{"replicas":3000000000}}""", "spec.replicas: expected int32, found 3000000000")]
    [InlineData("""{"spec":{"paused":"yes"}}""", "spec.paused: expected bool, found string \"yes\"")]
    [InlineData("""{"spec":{"selector":[]}}""", "spec.selector: expected object, found an array")]
    [InlineData("""{"metadata":{"labels":{"a":1}}}""", "metadata.labels.a: expected string, found 1")]
    [InlineData("""{"metadata":{"labels":{"a":null}}}""", "metadata.labels.a: null is not allowed in a list or map")]
    [InlineData("""{"metadata":{"finalizers":{}}}""", "metadata.finalizers: expected array, found an object")]
    [InlineData(
        """{"spec":{"template":{"spec":{"containers":[{"resources":{"limits":{"cpu":"lots"}}}]}}}}""",
        "spec.template.spec.containers[0].resources.limits.cpu: expected quantity, found string \"lots\""
    )]
    [InlineData(
        """{"metadata":{"creationTimestamp":"yesterday"}}""",
        "metadata.creationTimestamp: expected time, found string \"yesterday\""
    )]
    public void A_value_of_another_type_is_found_with_its_path(string json, string expected)
    {
        var decoding = StrictDecoding.Check(Parse(json), SchemaCatalog.Type("Deployment"));

        Assert.Equal([expected], decoding.Mistyped);
    }

    [Theory]
    [InlineData("""{"spec":{"strategy":{"rollingUpdate":{"maxSurge":1,"maxUnavailable":"25%"}}}}""")]
    [InlineData(
        """{"spec":{"template":{"spec":{"containers":[{"resources":{"limits":{"cpu":1,"memory":"1.5Gi"}}}]}}}}"""
    )]
    [InlineData(
        """{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"creationTimestamp":"2025-11-30T09:15:00Z"}}"""
    )]
    public void What_the_type_has_is_no_problem(string json)
    {
        var decoding = StrictDecoding.Check(Parse(json), SchemaCatalog.Type("Deployment"));

        Assert.Empty(decoding.Unknown.Concat(decoding.Mistyped));
    }

    [Fact]
    public void A_null_is_as_good_as_nothing()
    {
        var content = Parse("""{"metadata":{"name":"a","creationTimestamp":null},"spec":null}""");

        StrictDecoding.Check(content, SchemaCatalog.Type("Deployment"));

        Assert.Equal("""{"metadata":{"name":"a"}}""", content.ToJsonString());
    }

    [Fact]
    public void Secrets_must_be_base64()
    {
        var decoding = StrictDecoding.Check(Parse("""{"data":{"a":"!"}}"""), SchemaCatalog.Type("Secret"));

        Assert.Equal(["data.a: expected base64, found string \"!\""], decoding.Mistyped);
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
