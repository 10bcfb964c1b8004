using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Schemas;

namespace Pipeline.LocalCluster.Tests.Schemas;

public sealed class SchemaTests
{
    public static TheoryData<string> Kinds => [.. KindTable.All.Select(kind => kind.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_a_type_with_metadata(string kind)
    {
        var type = SchemaCatalog.Type(kind);

        Assert.Contains("metadata", type.Fields.Keys);
    }

    [Fact]
    public void Defaults_are_filled_in_at_every_depth()
    {
        var spec = JsonNode
            .Parse("""{"containers":[{"name":"a","image":"x","readinessProbe":{"httpGet":{"port":80}}}]}""")!
            .AsObject();

        Defaulting.Apply(spec, SchemaCatalog.Type("PodSpec"));

        Assert.Equal("Always", (string?)spec["restartPolicy"]);
        Assert.Equal(30, (int?)spec["terminationGracePeriodSeconds"]);
        var probe = spec["containers"]![0]!["readinessProbe"]!;
        Assert.Equal(10, (int?)probe["periodSeconds"]);
        Assert.Equal("/", (string?)probe["httpGet"]!["path"]);
    }

    [Fact]
    public void What_is_there_is_not_defaulted()
    {
        var spec = JsonNode.Parse("""{"containers":[],"restartPolicy":"Never"}""")!.AsObject();

        Defaulting.Apply(spec, SchemaCatalog.Type("PodSpec"));

        Assert.Equal("Never", (string?)spec["restartPolicy"]);
    }

    [Fact]
    public void A_default_may_be_a_list()
    {
        var spec = new JsonObject();

        Defaulting.Apply(spec, SchemaCatalog.Type("HTTPRouteSpec"));

        Assert.Equal("/", (string?)spec["rules"]![0]!["matches"]![0]!["path"]!["value"]);
    }

    [Theory]
    [InlineData("Type\n  field Missing", "schema line \"field Missing\": there is no type Missing")]
    [InlineData("Type\n  field string odd", "schema field field: unknown attribute odd")]
    public void A_wrong_schema_line_is_quoted(string text, string message)
    {
        var parser = new SchemaParser();
        parser.Read(new StringReader(text));

        var refusal = Assert.Throws<InvalidDataException>(() => parser.Resolve());

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public void A_type_that_no_file_declares_is_named()
    {
        var refusal = Assert.Throws<InvalidDataException>(() => SchemaCatalog.Type("StatefulSet"));

        Assert.Equal("no .schema file declares a type StatefulSet", refusal.Message);
    }
}
