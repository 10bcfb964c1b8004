using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Gateway.Routing;

namespace Pipeline.LocalCluster.Tests.Gateway.Routing;

public sealed class HttpRouteTests
{
    [Fact]
    public void Matches_and_backends_are_read()
    {
        var route = Read(
            """
            [{"matches":[{"path":{"type":"Exact","value":"/users"},"method":"GET",
                          "headers":[{"name":"x-tester","value":"yes"}],"queryParams":[{"name":"page","value":"2"}]}],
              "backendRefs":[{"name":"a","port":8080,"weight":5},{"name":"b","port":8080}]}]
            """
        );

        var rule = Assert.Single(route.Rules);
        var match = Assert.Single(rule.Matches);
        Assert.Equal(new PathMatch(true, "/users"), match.Path);
        Assert.Equal("GET", match.Method);
        Assert.Equal([KeyValuePair.Create("x-tester", "yes")], match.Headers.ToArray());
        Assert.Equal([KeyValuePair.Create("page", "2")], match.Query.ToArray());
        Assert.Equal(
            [new BackendReference("shop", "a", 8080, 5), new BackendReference("shop", "b", 8080, 1)],
            rule.Backends.ToArray()
        );
        Assert.Empty(route.Problems);
    }

    [Fact]
    public void A_rule_without_matches_matches_every_path()
    {
        var route = Read("""[{"backendRefs":[{"name":"a","port":8080}]}]""");

        Assert.Equal(PathMatch.Any, Assert.Single(Assert.Single(route.Rules).Matches).Path);
    }

    [Theory]
    [InlineData(
        """{"filters":[{"type":"RequestRedirect"}]}""",
        "spec.rules[0].filters[0]: RequestRedirect is not supported"
    )]
    [InlineData(
        """{"matches":[{"path":{"type":"RegularExpression","value":".*"}}]}""",
        "spec.rules[0].matches[0]: only Exact and PathPrefix are supported"
    )]
    [InlineData(
        """{"matches":[{"headers":[{"type":"RegularExpression","name":"a","value":".*"}]}]}""",
        "spec.rules[0].matches[0]: only Exact and PathPrefix are supported"
    )]
    [InlineData("""{"backendRefs":[{"kind":"Bucket","name":"a"}]}""", "spec.rules[0].backendRefs[0].kind: Bucket")]
    [InlineData(
        """{"backendRefs":[{"namespace":"bank","name":"a"}]}""",
        "spec.rules[0].backendRefs[0].namespace: bank"
    )]
    public void What_the_gateway_cannot_do_is_named(string rule, string problem)
    {
        var route = Read($"[{rule}]");

        Assert.StartsWith(problem, Assert.Single(route.Problems), StringComparison.Ordinal);
    }

    private static HttpRoute Read(string rules) =>
        HttpRoute.Read(
            JsonNode
                .Parse($$$"""{"metadata":{"name":"shop","namespace":"shop"},"spec":{"rules":{{{rules}}}}}""")!
                .AsObject()
        );
}
