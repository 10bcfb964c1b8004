using Pipeline.LocalCluster.Storage;
using Pipeline.LocalCluster.Tests.Cluster;

namespace Pipeline.LocalCluster.Tests.Api;

[Collection(SharedCluster.Collection)]
public sealed class CollectionApiTests(SharedCluster cluster)
{
    private readonly ApiClient _api = cluster.Api;

    [Fact]
    public async Task Lists_are_selected_by_labels_and_fields()
    {
        var maps = await MapsAsync();
        await _api.PostAsync(maps, """{"metadata":{"name":"a","labels":{"x":"1"}}}""");
        await _api.PostAsync(maps, """{"metadata":{"name":"b","labels":{"x":"2"}}}""");

        var byLabel = await _api.GetAsync($"{maps}?labelSelector=x%3D2");
        var byField = await _api.GetAsync($"{maps}?fieldSelector=metadata.name%3Da");
        var bad = await _api.GetAsync($"{maps}?labelSelector=x%3D%3D%3D");

        Assert.Equal("ConfigMapList", byLabel.Json.Text("kind"));
        Assert.Equal("b", byLabel.Json.Items("items").Single().Text("metadata", "name"));
        Assert.Equal("a", byField.Json.Items("items").Single().Text("metadata", "name"));
        Assert.Equal(400, bad.Code);
    }

    [Fact]
    public async Task A_collection_is_deleted_by_selector()
    {
        var maps = await MapsAsync();
        await _api.PostAsync(maps, """{"metadata":{"name":"a","labels":{"x":"1"}}}""");
        await _api.PostAsync(maps, """{"metadata":{"name":"b","labels":{"x":"2"}}}""");

        var deleted = await _api.DeleteAsync($"{maps}?labelSelector=x%3D2");

        Assert.Equal("b", deleted.Json.Items("items").Single().Text("metadata", "name"));
        Assert.Equal("a", (await _api.GetAsync(maps)).Json.Items("items").Single().Text("metadata", "name"));
    }

    [Fact]
    public async Task A_deletion_may_state_what_it_expects()
    {
        var maps = await MapsAsync();
        var created = await _api.PostAsync(maps, """{"metadata":{"name":"a"}}""");

        var otherUid = await _api.DeleteAsync($"{maps}/a", """{"preconditions":{"uid":"x"}}""");
        var otherVersion = await _api.DeleteAsync($"{maps}/a", """{"preconditions":{"resourceVersion":"1"}}""");
        var deleted = await _api.DeleteAsync(
            $"{maps}/a",
            $$$"""{"preconditions":{"uid":"{{{created.Json.Text("metadata", "uid")}}}"}}"""
        );

        Assert.Equal((409, 409, 200), (otherUid.Code, otherVersion.Code, deleted.Code));
        Assert.Equal(created.Json.Text("metadata", "uid"), deleted.Json.Text("details", "uid"));
    }

    [Fact]
    public async Task A_finalizer_delays_the_removal()
    {
        var maps = await MapsAsync();
        await _api.PostAsync(maps, """{"metadata":{"name":"a","finalizers":["example.com/wait"]}}""");

        var marked = await _api.DeleteAsync($"{maps}/a");
        var still = await _api.GetAsync($"{maps}/a");
        await _api.PatchAsync($"{maps}/a", "merge-patch+json", """{"metadata":{"finalizers":null}}""");

        Assert.NotNull(marked.Json.Text("metadata", "deletionTimestamp"));
        Assert.Equal(200, still.Code);
        Assert.Equal(404, (await _api.GetAsync($"{maps}/a")).Code);
    }

    private async Task<string> MapsAsync() => $"/api/v1/namespaces/{await cluster.NamespaceAsync()}/configmaps";
}
