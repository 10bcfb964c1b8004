using Microsoft.AspNetCore.Http;
using Pipeline.LocalCluster.Gateway.Routing;

namespace Pipeline.LocalCluster.Tests.Gateway.Routing;

public sealed class RequestMatchTests
{
    [Theory]
    [InlineData("/", "/anything", true)]
    [InlineData("/users", "/users", true)]
    [InlineData("/users", "/users/7", true)]
    [InlineData("/users/", "/users", true)]
    [InlineData("/users", "/users2", false)]
    [InlineData("/users", "/", false)]
    public void A_prefix_matches_whole_segments(string prefix, string path, bool matches)
    {
        Assert.Equal(matches, new PathMatch(false, prefix).Matches(path));
    }

    [Fact]
    public void An_exact_path_matches_only_itself()
    {
        var exact = new PathMatch(true, "/users");

        Assert.True(exact.Matches("/users"));
        Assert.False(exact.Matches("/users/7"));
    }

    [Fact]
    public void All_that_a_match_names_must_hold()
    {
        var match = new RequestMatch
        {
            Method = "GET",
            Headers = [KeyValuePair.Create("x-tester", "yes")],
            Query = [KeyValuePair.Create("page", "2")],
        };

        Assert.True(match.Matches(Request("GET", "yes", "?page=2")));
        Assert.False(match.Matches(Request("POST", "yes", "?page=2")));
        Assert.False(match.Matches(Request("GET", "no", "?page=2")));
        Assert.False(match.Matches(Request("GET", "yes", "?page=3")));
    }

    [Fact]
    public void The_more_specific_match_comes_first()
    {
        var prefix = new RequestMatch { Path = new PathMatch(false, "/users") };
        var longer = new RequestMatch { Path = new PathMatch(false, "/users/7") };
        var exact = new RequestMatch { Path = new PathMatch(true, "/users") };
        var header = prefix with { Headers = [KeyValuePair.Create("x-tester", "yes")] };
        var method = prefix with { Method = "GET" };

        var order = new[] { prefix, header, method, longer, exact }.Order(RequestMatch.Precedence);

        Assert.Equal([exact, longer, method, header, prefix], order);
    }

    private static HttpRequest Request(string method, string tester, string query)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        request.Path = "/users";
        request.Headers["X-Tester"] = tester;
        request.QueryString = new QueryString(query);
        return request;
    }
}
