using Pipeline.LocalCluster.Storage;
using Pipeline.LocalCluster.Tests.Cluster;

namespace Pipeline.LocalCluster.Tests.Api;

[Collection(SharedCluster.Collection)]
public sealed class PatchApiTests(SharedCluster cluster)
{
    private readonly ApiClient _api = cluster.Api;

    [Fact]
    public async Task A_failed_test_of_a_json_patch_is_invalid_and_changes_nothing()
    {
        var maps = await MapsAsync();
        await _api.PostAsync(maps, """{"metadata":{"name":"a"},"data":{"k":"1"}}""");

        var answer = await _api.PatchAsync(
            $"{maps}/a",
            "json-patch+json",
            """[{"op":"replace","path":"/data/k","value":"2"},{"op":"test","path":"/data/k","value":"3"}]"""
        );

        Assert.Equal((422, "Invalid"), (answer.Code, answer.Json.Text("reason")));
        Assert.Equal("1", (await _api.GetAsync($"{maps}/a")).Json.Text("data", "k"));
    }

    [Theory]
    [InlineData("json-patch+json", "{}", 400)]
    [InlineData("merge-patch+json", "[]", 400)]
    [InlineData("json", "{}", 415)]
    [InlineData("apply-patch+yaml", "{}", 400)]
    public async Task A_patch_that_is_none_is_refused(string type, string body, int code)
    {
        var maps = await MapsAsync();
        await _api.PostAsync(maps, """{"metadata":{"name":"a"}}""");

        Assert.Equal(code, (await _api.PatchAsync($"{maps}/a", type, body)).Code);
    }

    [Fact]
    public async Task A_dry_run_does_everything_but_the_write()
    {
        var maps = await MapsAsync();

        var created = await _api.PostAsync($"{maps}?dryRun=All", """{"metadata":{"name":"a"}}""");
        var found = await _api.GetAsync($"{maps}/a");
        await _api.PostAsync(maps, """{"metadata":{"name":"a"},"data":{"k":"1"}}""");
        var patched = await _api.PatchAsync($"{maps}/a?dryRun=All", "merge-patch+json", """{"data":{"k":"2"}}""");
        var deleted = await _api.DeleteAsync($"{maps}/a?dryRun=All");
        var taken = await _api.PostAsync($"{maps}?dryRun=All", """{"metadata":{"name":"a"}}""");

        Assert.Equal((201, 404, 200, 200, 409), (created.Code, found.Code, patched.Code, deleted.Code, taken.Code));
        Assert.Equal("2", patched.Json.Text("data", "k"));
        Assert.Equal("1", (await _api.GetAsync($"{maps}/a")).Json.Text("data", "k"));
    }

    [Fact]
    public async Task Objects_are_applied_as_yaml()
    {
        var maps = await MapsAsync();
        const string yaml = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: a
            data:
              number: "1"
              text: two words
              flag: "true"
            """;

        var created = await _api.PatchAsync($"{maps}/a?fieldManager=ci", "apply-patch+yaml", yaml);
        var again = await _api.PatchAsync($"{maps}/a?fieldManager=ci", "apply-patch+yaml", yaml);
        var other = await _api.PatchAsync(
            $"{maps}/a?fieldManager=other",
            "apply-patch+yaml",
            yaml.Replace("two words", "three", StringComparison.Ordinal)
        );

        Assert.Equal((201, 200, 409), (created.Code, again.Code, other.Code));
        Assert.Equal("two words", created.Json.Text("data", "text"));
        Assert.Equal(created.Json.Text("metadata", "resourceVersion"), again.Json.Text("metadata", "resourceVersion"));
        Assert.Equal("Apply failed with 1 conflict: conflict with \"ci\": .data.text", other.Json.Text("message"));
    }

    [Fact]
    public async Task An_immutable_object_stays_as_it_is()
    {
        var maps = await MapsAsync();
        await _api.PostAsync(maps, """{"metadata":{"name":"a"},"immutable":true,"data":{"k":"1"}}""");

        var answer = await _api.PatchAsync($"{maps}/a", "merge-patch+json", """{"data":{"k":"2"}}""");

        Assert.Equal(422, answer.Code);
        Assert.Contains("data: Forbidden: field is immutable when `immutable` is set", answer.Json.Text("message"));
    }

    private async Task<string> MapsAsync() => $"/api/v1/namespaces/{await cluster.NamespaceAsync()}/configmaps";
}
