using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Patching;
using Pipeline.LocalCluster.Schemas;

namespace Pipeline.LocalCluster.Tests.Patching;

public sealed class StrategicMergePatchTests
{
    private const string TwoContainers =
        """{"containers":[{"name":"a","image":"a:1","env":[{"name":"X","value":"1"}]},{"name":"b","image":"b:1"}]}""";

    [Theory]
    [InlineData(
        "items are merged by their key",
        """{"containers":[{"name":"b","image":"b:2"}]}""",
        """{"containers":[{"name":"a","image":"a:1","env":[{"name":"X","value":"1"}]},{"name":"b","image":"b:2"}]}"""
    )]
    [InlineData(
        "lists in items are merged too",
        """{"containers":[{"name":"a","env":[{"name":"Y","value":"2"}]}]}""",
        """{"containers":[{"name":"a","image":"a:1","env":[{"name":"X","value":"1"},{"name":"Y","value":"2"}]},{"name":"b","image":"b:1"}]}"""
    )]
    [InlineData(
        "an item is deleted by a directive",
        """{"containers":[{"name":"a","$patch":"delete"}]}""",
        """{"containers":[{"name":"b","image":"b:1"}]}"""
    )]
    [InlineData(
        "a list is replaced by a directive",
        """{"containers":[{"$patch":"replace"},{"name":"c","image":"c:1"}]}""",
        """{"containers":[{"name":"c","image":"c:1"}]}"""
    )]
    [InlineData(
        "items come in the order that the client states",
        """{"$setElementOrder/containers":[{"name":"b"},{"name":"a"}],"containers":[{"name":"b","image":"b:2"}]}""",
        """{"containers":[{"name":"b","image":"b:2"},{"name":"a","image":"a:1","env":[{"name":"X","value":"1"}]}]}"""
    )]
    [InlineData(
        "what the client does not list keeps its place behind its neighbour",
        """{"$setElementOrder/containers":[{"name":"c"},{"name":"a"}],"containers":[{"name":"c","image":"c:1"}]}""",
        """{"containers":[{"name":"c","image":"c:1"},{"name":"a","image":"a:1","env":[{"name":"X","value":"1"}]},{"name":"b","image":"b:1"}]}"""
    )]
    [InlineData("a null removes", """{"containers":null,"nodeName":"n"}""", """{"nodeName":"n"}""")]
    [InlineData(
        "a directive replaces the whole object",
        """{"$patch":"replace","nodeName":"n"}""",
        """{"nodeName":"n"}"""
    )]
    [InlineData("a directive empties the object", """{"$patch":"delete"}""", "{}")]
    public void Pods_are_patched(string why, string patch, string expected)
    {
        var patched = Apply("PodSpec", TwoContainers, patch);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), patched), $"{why}: {patched.ToJsonString()}");
    }

    [Fact]
    public void A_list_without_keys_is_replaced()
    {
        var patched = Apply("Container", """{"name":"a","args":["1","2"]}""", """{"args":["3"]}""");

        Assert.Equal("""{"name":"a","args":["3"]}""", patched.ToJsonString());
    }

    [Fact]
    public void Scalars_are_added_to_a_set_and_deleted_from_it()
    {
        var patched = Apply(
            "ObjectMeta",
            """{"finalizers":["a","b"]}""",
            """{"finalizers":["c"],"$deleteFromPrimitiveList/finalizers":["a"]}"""
        );

        Assert.Equal("""{"finalizers":["b","c"]}""", patched.ToJsonString());
    }

    [Fact]
    public void Fields_that_are_not_to_be_retained_are_removed()
    {
        var patched = Apply(
            "DeploymentSpec",
            """{"strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":1}}}""",
            """{"strategy":{"$retainKeys":["type"],"type":"Recreate"}}"""
        );

        Assert.Equal("""{"strategy":{"type":"Recreate"}}""", patched.ToJsonString());
    }

    [Fact]
    public void Ports_are_matched_by_their_number_alone()
    {
        var patched = Apply(
            "ServiceSpec",
            """{"ports":[{"port":80,"protocol":"TCP","targetPort":80}]}""",
            """{"ports":[{"port":80,"targetPort":8080}]}"""
        );

        Assert.Equal("""{"ports":[{"port":80,"protocol":"TCP","targetPort":8080}]}""", patched.ToJsonString());
    }

    [Theory]
    [InlineData("""{"containers":[{"image":"x"}]}""", "an item of a list lacks its key name: {\"image\":\"x\"}")]
    [InlineData("""{"$patch":"merge-all"}""", "unknown $patch: merge-all")]
    public void What_is_not_understood_says_why(string patch, string message)
    {
        var refusal = Assert.Throws<PatchException>(() => Apply("PodSpec", TwoContainers, patch));

        Assert.Equal(message, refusal.Message);
    }

    private static JsonObject Apply(string type, string target, string patch) =>
        StrategicMergePatch.Apply(
            JsonNode.Parse(target)!.AsObject(),
            JsonNode.Parse(patch)!.AsObject(),
            SchemaCatalog.Type(type)
        );
}
