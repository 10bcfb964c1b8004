using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Patching;

namespace Pipeline.LocalCluster.Tests.Patching;

public sealed class JsonPatchTests
{
    private const string Document = """{"a":{"b":[1,2,3],"c/d":"x"},"e":null}""";

    [Theory]
    [InlineData("""[{"op":"add","path":"/a/n","value":1}]""", """{"a":{"b":[1,2,3],"c/d":"x","n":1},"e":null}""")]
    [InlineData("""[{"op":"add","path":"/a/b/1","value":9}]""", """{"a":{"b":[1,9,2,3],"c/d":"x"},"e":null}""")]
    [InlineData("""[{"op":"add","path":"/a/b/-","value":9}]""", """{"a":{"b":[1,2,3,9],"c/d":"x"},"e":null}""")]
    [InlineData("""[{"op":"remove","path":"/a/b/0"}]""", """{"a":{"b":[2,3],"c/d":"x"},"e":null}""")]
    [InlineData("""[{"op":"remove","path":"/e"}]""", """{"a":{"b":[1,2,3],"c/d":"x"}}""")]
    [InlineData("""[{"op":"replace","path":"/a/c~1d","value":"y"}]""", """{"a":{"b":[1,2,3],"c/d":"y"},"e":null}""")]
    [InlineData("""[{"op":"replace","path":"/a/b/2","value":{}}]""", """{"a":{"b":[1,2,{}],"c/d":"x"},"e":null}""")]
    [InlineData("""[{"op":"move","from":"/a/b","path":"/b"}]""", """{"a":{"c/d":"x"},"b":[1,2,3],"e":null}""")]
    [InlineData("""[{"op":"copy","from":"/a/b/0","path":"/e"}]""", """{"a":{"b":[1,2,3],"c/d":"x"},"e":1}""")]
    [InlineData("""[{"op":"test","path":"/a/b","value":[1,2,3]}]""", Document)]
    public void An_operation_applies(string patch, string expected)
    {
        var patched = JsonPatch.Apply(Parse(Document), JsonNode.Parse(patch)!.AsArray());

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), patched), patched.ToJsonString());
    }

    [Theory]
    [InlineData("""[{"op":"test","path":"/a/b/0","value":2}]""", "testing value /a/b/0 failed: expected 2, found 1")]
    [InlineData("""[{"op":"replace","path":"/x","value":2}]""", "doc is missing key: /x")]
    [InlineData("""[{"op":"remove","path":"/a/b/3"}]""", "invalid index: /a/b/3, the array has 3 items")]
    [InlineData("""[{"op":"add","path":"/x/y","value":2}]""", "doc is missing path: /x/y")]
    [InlineData("""[{"op":"add","path":"x","value":2}]""", "path \"x\": a JSON pointer to a field begins with /")]
    [InlineData("""[{"op":"increase","path":"/x"}]""", "unknown operation \"increase\"")]
    [InlineData("""[{"op":"add"}]""", "an operation lacks \"path\"")]
    [InlineData("""["add"]""", "an operation must be an object")]
    public void What_does_not_apply_says_why(string patch, string message)
    {
        var refusal = Assert.Throws<PatchException>(() =>
            JsonPatch.Apply(Parse(Document), JsonNode.Parse(patch)!.AsArray())
        );

        Assert.Equal(message, refusal.Message);
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
