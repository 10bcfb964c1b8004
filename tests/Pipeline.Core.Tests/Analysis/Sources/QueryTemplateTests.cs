using Pipeline.Core.Analysis.Sources;

namespace Pipeline.Core.Tests.Analysis.Sources;

public class QueryTemplateTests
{
    [Fact]
    public void Every_placeholder_is_replaced_wherever_it_stands()
    {
        QueryTemplate template =
            """sum(increase(x{service="{{service}}",namespace="{{environment}}",track="{{ track }}"}[{{window}}])) / {{window}}""";

        var query = template.Render(name => $"<{name}>");

        Assert.Equal(
            """sum(increase(x{service="<Service>",namespace="<Environment>",track="<Track>"}[<Window>])) / <Window>""",
            query
        );
    }

    [Theory]
    [InlineData("up{track=\"{{track}}\"}")]
    [InlineData("up{a=\"{b}\",track=\"{{track}}\"}")]
    public void A_good_template_has_no_problems(string text)
    {
        Assert.Empty(new QueryTemplate(text).Problems());
    }

    [Theory]
    [InlineData(
        "x{n=\"{{namespace}}\",track=\"{{track}}\"}",
        "has the unknown placeholder {{namespace}}; it may have {{service}}, {{environment}}, {{track}}, {{window}}"
    )]
    [InlineData(
        "x{track=\"{{track}}\"}[{{Window}}]",
        "has the unknown placeholder {{Window}}; it may have {{service}}, {{environment}}, {{track}}, {{window}}"
    )]
    [InlineData(
        "x{track=\"{{track}}\"}[{{3 m}}]",
        "has double braces around something that is no name: a placeholder is written {{track}}"
    )]
    [InlineData(
        "x{track=\"{{track}}\"}[{{window]",
        "has double braces around something that is no name: a placeholder is written {{track}}"
    )]
    [InlineData("x", "does not name {{track}}: both tracks would be judged by the same numbers")]
    [InlineData(" ", "is empty: there is nothing to ask")]
    public void What_cannot_be_rendered_is_refused(string text, string problem)
    {
        Assert.Equal([problem], new QueryTemplate(text).Problems());
    }
}
