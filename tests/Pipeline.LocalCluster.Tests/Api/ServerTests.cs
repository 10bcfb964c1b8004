using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Storage;
using Pipeline.LocalCluster.Tests.Cluster;

namespace Pipeline.LocalCluster.Tests.Api;

[Collection(SharedCluster.Collection)]
public sealed class ServerTests(SharedCluster cluster)
{
    private readonly ApiClient _api = cluster.Api;

    [Fact]
    public async Task Without_a_token_there_is_only_health_and_version()
    {
        using var anonymous = new ApiClient(cluster.Process) { Token = null };
        using var stranger = new ApiClient(cluster.Process) { Token = "wrong" };

        Assert.Equal(401, (await anonymous.GetAsync("/api/v1/pods")).Code);
        Assert.Equal(401, (await stranger.GetAsync("/api/v1/pods")).Code);
        Assert.Equal("Unauthorized", (await stranger.GetAsync("/api")).Json.Text("reason"));
        Assert.Equal("ok", (await anonymous.GetAsync("/healthz")).Text);
        Assert.Equal("ok", (await anonymous.GetAsync("/readyz?verbose")).Text);
        Assert.StartsWith("v1.", (await anonymous.GetAsync("/version")).Json.Text("gitVersion"));
    }

    [Theory]
    [InlineData(
        "/apis/apps/v1/namespaces/default/statefulsets",
        "the embedded cluster has no statefulsets.apps in version v1"
    )]
    [InlineData("/apis/apps/v1beta1/deployments", "the embedded cluster has no deployments.apps in version v1beta1")]
    [InlineData("/api/v1/pods/a", "pods is namespaced")]
    [InlineData("/api/v1/namespaces/default/configmaps/a/scale", "configmaps has no subresource scale")]
    [InlineData("/apis/batch/v2", "/apis/batch/v2")]
    public async Task What_is_not_served_is_refused_by_name(string path, string message)
    {
        var answer = await _api.GetAsync(path);

        Assert.Equal((404, "NotFound"), (answer.Code, answer.Json.Text("reason")));
        Assert.EndsWith(message, answer.Json.Text("message"));
    }

    [Theory]
    [InlineData("PUT", "/api/v1/namespaces/default/configmaps")]
    [InlineData("POST", "/api/v1/namespaces/default")]
    [InlineData("DELETE", "/apis/apps/v1/namespaces/default/deployments/a/scale")]
    [InlineData("POST", "/api/v1/namespaces/default/pods/a/log")]
    [InlineData("POST", "/version")]
    public async Task A_method_that_makes_no_sense_is_refused(string method, string path)
    {
        var answer = await _api.SendAsync(new HttpMethod(method), path, "{}", "application/json");

        Assert.Equal((405, "MethodNotAllowed"), (answer.Code, answer.Json.Text("reason")));
    }

    [Fact]
    public async Task Whoever_asks_may_do_it()
    {
        var answer = await _api.PostAsync(
            "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
            """{"spec":{"resourceAttributes":{"verb":"create","resource":"pods"}}}"""
        );

        Assert.Equal(201, answer.Code);
        Assert.True(answer.Json.Flag("status", "allowed"));
        Assert.Equal("pods", answer.Json.Text("spec", "resourceAttributes", "resource"));
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        var body = $$$"""{"metadata":{"name":"{{{new string('a', 3 * 1024 * 1024)}}}"}}""";

        var answer = await _api.PostAsync("/api/v1/namespaces/default/configmaps", body);

        Assert.Equal((413, "RequestEntityTooLarge"), (answer.Code, answer.Json.Text("reason")));
    }

    [Fact]
    public async Task Another_media_type_is_refused_with_what_is_accepted()
    {
        var answer = await _api.SendAsync(HttpMethod.Post, "/api/v1/namespaces/default/configmaps", "x", "text/plain");

        Assert.Equal((415, "UnsupportedMediaType"), (answer.Code, answer.Json.Text("reason")));
    }

    [Theory]
    [InlineData("x", "does not begin with k8s")]
    [InlineData("k8s\0\u0012\u007f", "ends in the middle of a field")]
    public async Task Protobuf_that_is_none_is_refused(string body, string message)
    {
        var answer = await _api.SendAsync(
            HttpMethod.Post,
            "/api/v1/namespaces/default/configmaps",
            body,
            "application/vnd.kubernetes.protobuf"
        );

        Assert.Equal(400, answer.Code);
        Assert.Contains(message, answer.Json.Text("message"));
    }

    [Fact]
    public async Task Discovery_names_groups_resources_and_subresources()
    {
        var groups = (await _api.GetAsync("/apis")).Json.Items("groups").Select(group => group.Text("name")).ToList();
        var group = await _api.GetAsync("/apis/apps");
        var resources = (await _api.GetAsync("/apis/apps/v1")).Json.Items("resources").ToList();

        Assert.Contains("gateway.networking.k8s.io", groups);
        Assert.Equal("apps/v1", group.Json.Text("preferredVersion", "groupVersion"));
        Assert.Equal(
            [
                "deployments",
                "deployments/status",
                "deployments/scale",
                "replicasets",
                "replicasets/status",
                "replicasets/scale",
            ],
            resources.Select(resource => resource.Text("name"))
        );
        Assert.Equal("deploy", resources[0].Texts("shortNames").Single());
        Assert.Equal("v1", (await _api.GetAsync("/api")).Json.Texts("versions").Single());
        Assert.Contains("/apis/apps/v1", (await _api.GetAsync("/")).Json.Texts("paths"));
        Assert.Contains(
            "pods/log",
            (await _api.GetAsync("/api/v1")).Json.Items("resources").Select(r => r.Text("name"))
        );
    }

    [Fact]
    public async Task A_preflight_finds_the_definitions_of_the_gateway_api()
    {
        var definition = await _api.GetAsync(
            "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/httproutes.gateway.networking.k8s.io"
        );

        Assert.Equal("HTTPRoute", definition.Json.Text("spec", "names", "kind"));
    }

    [Fact]
    public async Task Open_api_describes_how_lists_are_merged()
    {
        var paths = (await _api.GetAsync("/openapi/v3")).Json!["paths"]!.AsObject();
        var url = paths["apis/apps/v1"].Text("serverRelativeURL")!;
        var document = (await _api.GetAsync(url)).Json!;
        var v2 = (await _api.GetAsync("/openapi/v2")).Json!;

        var containers = document.At("components", "schemas", "io.k8s.api.core.v1.PodSpec", "properties", "containers");
        Assert.Equal("name", containers.Text("x-kubernetes-patch-merge-key"));
        Assert.Equal("merge", containers.Text("x-kubernetes-patch-strategy"));
        Assert.NotNull(v2.At("definitions", "io.k8s.api.apps.v1.Deployment", "properties", "spec"));
        Assert.All(
            References(document),
            reference => Assert.NotNull(document.At(["components", "schemas", reference]))
        );
    }

    private static IEnumerable<string> References(JsonNode? node) =>
        node switch
        {
            JsonObject content => content.SelectMany(member =>
                member.Key == "$ref" ? [member.Value.Text()!.Split('/')[^1]] : References(member.Value)
            ),
            JsonArray items => items.SelectMany(References),
            _ => [],
        };
}
