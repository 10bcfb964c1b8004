using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Selection;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Tests.Selection;

public sealed class SelectorTests
{
    private static readonly JsonObject Labels = new()
    {
        ["app"] = "web",
        ["tier"] = "front",
        ["example.com/size"] = "5",
    };

    [Theory]
    [InlineData("", true)]
    [InlineData("app=web", true)]
    [InlineData("app==web,tier=front", true)]
    [InlineData("app=web, tier=back", false)]
    [InlineData("app!=api", true)]
    [InlineData("missing!=x", true)]
    [InlineData("app in (web, api)", true)]
    [InlineData("app notin (web)", false)]
    [InlineData("missing notin (web)", true)]
    [InlineData("app", true)]
    [InlineData("!app", false)]
    [InlineData("!missing,app", true)]
    [InlineData("example.com/size>4", true)]
    [InlineData("example.com/size<5", false)]
    [InlineData("app=", false)]
    public void Labels_are_selected(string selector, bool expected)
    {
        var parsed = LabelSelectorParser.Parse(selector);

        Assert.Equal(expected, parsed.Matches(Labels));
    }

    [Theory]
    [InlineData("app=web,tier in (a,b)")]
    [InlineData("a notin (b,c),d,!e,f>1,g<2")]
    public void A_selector_is_written_as_it_is_read(string selector)
    {
        Assert.Equal(selector, LabelSelectorParser.Parse(selector).ToString());
    }

    [Theory]
    [InlineData("app=web,,tier=a")]
    [InlineData("app in web")]
    [InlineData("=web")]
    public void What_is_no_selector_is_quoted(string selector)
    {
        var refusal = Assert.Throws<FormatException>(() => LabelSelectorParser.Parse(selector));

        Assert.StartsWith($"unable to parse label selector \"{selector}\"", refusal.Message);
    }

    [Theory]
    [InlineData("""{"matchLabels":{"app":"web"}}""", true)]
    [InlineData("""{"matchLabels":{"app":"web"},"matchExpressions":[{"key":"tier","operator":"Exists"}]}""", true)]
    [InlineData("""{"matchExpressions":[{"key":"tier","operator":"NotIn","values":["front"]}]}""", false)]
    [InlineData("""{"matchExpressions":[{"key":"tier","operator":"DoesNotExist"}]}""", false)]
    public void Selectors_of_objects_select(string selector, bool expected)
    {
        var parsed = LabelSelector.From(JsonNode.Parse(selector)!.AsObject());

        Assert.Equal(expected, parsed.Matches(Labels));
    }

    [Theory]
    [InlineData("metadata.name=a", true)]
    [InlineData("metadata.name==a,status.phase=Running", true)]
    [InlineData("status.phase!=Running", false)]
    [InlineData("spec.nodeName=", true)]
    public void Fields_are_selected(string selector, bool expected)
    {
        var pod = JsonNode.Parse("""{"metadata":{"name":"a"},"status":{"phase":"Running"}}""")!.AsObject();

        var parsed = FieldSelector.Parse(selector, KindTable.Of(GroupResource.Pods));

        Assert.Equal(expected, parsed.Selects(pod));
    }

    [Theory]
    [InlineData("spec.hostname=a", "field label not supported: spec.hostname")]
    [InlineData("metadata.name", "invalid field selector \"metadata.name\": expected field=value or field!=value")]
    public void A_field_that_cannot_be_selected_is_named(string selector, string message)
    {
        var refusal = Assert.Throws<FormatException>(() =>
            FieldSelector.Parse(selector, KindTable.Of(GroupResource.Pods))
        );

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public void Events_are_selected_by_their_source()
    {
        var seen = JsonNode.Parse("""{"source":{"component":"kubelet"}}""")!.AsObject();

        var parsed = FieldSelector.Parse("source=kubelet", KindTable.Of(GroupResource.Events));

        Assert.True(parsed.Selects(seen));
    }
}
