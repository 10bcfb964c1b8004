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

    [Theory]
    [InlineData("application/json", "items")]
    [InlineData("application/json;as=Table;v=v1;g=meta.k8s.io", "rows")]
    public async Task Lists_are_read_in_pages(string accept, string rows)
    {
        var maps = await MapsAsync();
        foreach (var name in (string[])["a", "b", "c"])
            await _api.PostAsync(maps, $$$"""{"metadata":{"name":"{{{name}}}"}}""");

        var first = (await _api.GetAsync($"{maps}?limit=2", accept)).Json;
        await _api.PostAsync(maps, """{"metadata":{"name":"a2"}}""");
        var token = first.Text("metadata", "continue");
        var second = (await _api.GetAsync($"{maps}?limit=2&continue={token}", accept)).Json;

        Assert.Equal((2, 1), (first.Items(rows).Count(), first.Int("metadata", "remainingItemCount")));
        Assert.Single(second.Items(rows));
        Assert.Null(second.Text("metadata", "continue"));
        Assert.Equal(first.Text("metadata", "resourceVersion"), second.Text("metadata", "resourceVersion"));
    }

    [Fact]
    public async Task A_page_of_a_selection_does_not_tell_how_many_follow()
    {
        var maps = await MapsAsync();
        await _api.PostAsync(maps, """{"metadata":{"name":"a","labels":{"x":"1"}}}""");
        await _api.PostAsync(maps, """{"metadata":{"name":"b","labels":{"x":"1"}}}""");

        var page = (await _api.GetAsync($"{maps}?limit=1&labelSelector=x")).Json;

        Assert.NotNull(page.Text("metadata", "continue"));
        Assert.Null(page.At("metadata", "remainingItemCount"));
    }

    [Fact]
    public async Task A_continue_token_of_somebody_else_is_refused()
    {
        var answer = await _api.GetAsync("/api/v1/configmaps?limit=1&continue=nonsense");

        Assert.Equal((400, "BadRequest"), (answer.Code, answer.Json.Text("reason")));
        Assert.StartsWith("continue key is not valid", answer.Json.Text("message"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("configmaps", "{}", "Status")]
    [InlineData("secrets", "{}", "Status")]
    [InlineData("serviceaccounts", "{}", "ServiceAccount")]
    [InlineData("services", """{"ports":[{"port":80}]}""", "Service")]
    [InlineData("pods", """{"containers":[{"name":"main","image":"any"}],"nodeName":"elsewhere"}""", "Pod")]
    public async Task A_deletion_answers_with_what_Kubernetes_answers(string resource, string spec, string kind)
    {
        var collection = $"/api/v1/namespaces/{await cluster.NamespaceAsync()}/{resource}";
        var field = spec == "{}" ? "" : $",\"spec\":{spec}";
        await _api.PostAsync(collection, $$$"""{"metadata":{"name":"a"}{{{field}}}}""");

        var deleted = await _api.DeleteAsync($"{collection}/a?gracePeriodSeconds=0");

        Assert.Equal((200, kind), (deleted.Code, deleted.Json.Text("kind")));
        Assert.Equal(404, (await _api.GetAsync($"{collection}/a")).Code);
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
