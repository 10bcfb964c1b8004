using System.Text;
using Pipeline.LocalCluster.Api;
using YamlDotNet.Core;

namespace Pipeline.LocalCluster.Tests.Api;

public sealed class YamlJsonTests
{
    [Theory]
    [InlineData("a: 1", """{"a":1}""")]
    [InlineData("a: -1.5e3", """{"a":-1500}""")]
    [InlineData("a: \"1\"", """{"a":"1"}""")]
    [InlineData("a: true\nb: no", """{"a":true,"b":"no"}""")]
    [InlineData("a: ~\nb:\nc: null", """{"a":null,"b":null,"c":null}""")]
    [InlineData("a:\n- x\n- {b: 2}", """{"a":["x",{"b":2}]}""")]
    [InlineData("a: |\n  two\n  lines\n", """{"a":"two\nlines\n"}""")]
    [InlineData("a: 'true'", """{"a":"true"}""")]
    [InlineData("a: 1.2.3", """{"a":"1.2.3"}""")]
    public void Yaml_becomes_json_by_the_core_schema(string yaml, string json)
    {
        Assert.Equal(json, YamlJson.Parse(Encoding.UTF8.GetBytes(yaml))?.ToJsonString());
    }

    [Fact]
    public void An_empty_document_is_nothing()
    {
        Assert.Null(YamlJson.Parse(ReadOnlyMemory<byte>.Empty));
    }

    [Fact]
    public void What_is_no_yaml_is_refused()
    {
        Assert.ThrowsAny<YamlException>(() => YamlJson.Parse("a: [1"u8.ToArray()));
    }
}
