using Pipeline.LocalCluster.Storage;
using Pipeline.LocalCluster.Tests.Cluster;

namespace Pipeline.LocalCluster.Tests.Api;

[Collection(SharedCluster.Collection)]
public sealed class ResourceApiTests(SharedCluster cluster)
{
    private readonly ApiClient _api = cluster.Api;

    [Fact]
    public async Task A_created_object_gets_what_the_server_gives()
    {
        var maps = await MapsAsync();

        var created = await _api.PostAsync(maps, """{"metadata":{"name":"a"},"data":{"k":"v"}}""");

        Assert.Equal(201, created.Code);
        Assert.Equal("ConfigMap", created.Json.Text("kind"));
        Assert.NotNull(created.Json.Text("metadata", "uid"));
        Assert.NotNull(created.Json.Text("metadata", "resourceVersion"));
        Assert.NotNull(created.Json.Time("metadata", "creationTimestamp"));
        Assert.Equal("api-tests", created.Json.Items("metadata", "managedFields").Single().Text("manager"));
    }

    [Fact]
    public async Task A_name_may_be_generated()
    {
        var maps = await MapsAsync();

        var created = await _api.PostAsync(maps, """{"metadata":{"generateName":"a-"}}""");

        Assert.Matches("^a-[a-z0-9]{5}$", created.Json.Text("metadata", "name"));
    }

    [Theory]
    [InlineData("""{"metadata":{}}""", 422, "Invalid", "metadata.name: Required value")]
    [InlineData("""{"metadata":{"name":"A"}}""", 422, "Invalid", "metadata.name: Invalid value: \"A\"")]
    [InlineData(
        """{"metadata":{"name":"a","labels":{"x":"*"}}}""",
        422,
        "Invalid",
        "metadata.labels: Invalid value: \"*\""
    )]
    [InlineData(
        """{"metadata":{"name":"a","resourceVersion":"1"}}""",
        400,
        "BadRequest",
        "resourceVersion should not be set"
    )]
    [InlineData("""{"metadata":{"name":"a","namespace":"other"}}""", 400, "BadRequest", "does not match the namespace")]
    [InlineData("""{"kind":"Secret","metadata":{"name":"a"}}""", 400, "BadRequest", "kind is \"Secret\"")]
    [InlineData("""{"metadata":{"name":"a"},"data":{"a b":"v"}}""", 422, "Invalid", "data[a b]: Invalid value")]
    [InlineData("""{"metadata":{"name":"a"},"data":{"k":1}}""", 400, "BadRequest", "data.k: expected string, found 1")]
    [InlineData("""{"metadata":{"name":"a"},"data":{"k":"1","k":"2"}}""", 400, "BadRequest", "cannot be parsed")]
    [InlineData("""{"metadata":""", 400, "BadRequest", "cannot be parsed")]
    [InlineData("[]", 400, "BadRequest", "the body is not an object")]
    public async Task A_bad_object_is_refused_with_the_reason(string body, int code, string reason, string message)
    {
        var maps = await MapsAsync();

        var answer = await _api.PostAsync(maps, body);

        Assert.Equal((code, reason), (answer.Code, answer.Json.Text("reason")));
        Assert.Contains(message, answer.Json.Text("message"));
        Assert.Equal(code, answer.Json.Int("code"));
        Assert.Equal("Failure", answer.Json.Text("status"));
    }

    [Fact]
    public async Task An_unknown_field_is_refused_warned_of_or_dropped()
    {
        var maps = await MapsAsync();
        const string body = """{"metadata":{"generateName":"a-"},"dta":{}}""";

        var strict = await _api.PostAsync($"{maps}?fieldValidation=Strict", body);
        var warn = await _api.PostAsync($"{maps}?fieldValidation=Warn", body);
        var ignore = await _api.PostAsync($"{maps}?fieldValidation=Ignore", body);

        Assert.Equal(400, strict.Code);
        Assert.Contains("strict decoding error: unknown field \"dta\"", strict.Json.Text("message"));
        Assert.Equal("299 - \"unknown field \\\"dta\\\"\"", warn.Warnings);
        Assert.Equal((201, ""), (ignore.Code, ignore.Warnings));
        Assert.Null(ignore.Json.At("dta"));
    }

    [Fact]
    public async Task A_name_is_taken_once()
    {
        var maps = await MapsAsync();
        await _api.PostAsync(maps, """{"metadata":{"name":"a"}}""");

        var again = await _api.PostAsync(maps, """{"metadata":{"name":"a"}}""");

        Assert.Equal((409, "AlreadyExists"), (again.Code, again.Json.Text("reason")));
        Assert.Equal("configmaps \"a\" already exists", again.Json.Text("message"));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var maps = await MapsAsync();

        var missing = await _api.GetAsync($"{maps}/a");
        var nowhere = await _api.PostAsync("/api/v1/namespaces/nowhere/configmaps", """{"metadata":{"name":"a"}}""");

        Assert.Equal((404, "configmaps \"a\" not found"), (missing.Code, missing.Json.Text("message")));
        Assert.Equal("configmaps", missing.Json.Text("details", "kind"));
        Assert.Equal((404, "namespaces \"nowhere\" not found"), (nowhere.Code, nowhere.Json.Text("message")));
    }

    [Fact]
    public async Task A_replacement_of_an_old_version_is_a_conflict()
    {
        var maps = await MapsAsync();
        var created = await _api.PostAsync(maps, """{"metadata":{"name":"a"},"data":{"k":"1"}}""");
        var old = created.Json!.ToJsonString();
        await _api.PutAsync($"{maps}/a", """{"metadata":{"name":"a"},"data":{"k":"2"}}""");

        var late = await _api.PutAsync($"{maps}/a", old);

        Assert.Equal((409, "Conflict"), (late.Code, late.Json.Text("reason")));
        Assert.StartsWith("Operation cannot be fulfilled on configmaps \"a\"", late.Json.Text("message"));
    }

    [Fact]
    public async Task A_write_of_the_same_content_leaves_the_version()
    {
        var maps = await MapsAsync();
        var created = await _api.PostAsync(maps, """{"metadata":{"name":"a"},"data":{"k":"1"}}""");

        var same = await _api.PatchAsync($"{maps}/a", "merge-patch+json", """{"data":{"k":"1"}}""");

        Assert.Equal(created.Json.Text("metadata", "resourceVersion"), same.Json.Text("metadata", "resourceVersion"));
    }

    [Fact]
    public async Task Secrets_may_be_written_as_text()
    {
        var ns = await cluster.NamespaceAsync();

        var created = await _api.PostAsync(
            $"/api/v1/namespaces/{ns}/secrets",
            """{"metadata":{"name":"a"},"stringData":{"k":"value"}}"""
        );

        Assert.Equal("dmFsdWU=", created.Json.Text("data", "k"));
        Assert.Null(created.Json.At("stringData"));
        Assert.Equal("Opaque", created.Json.Text("type"));
    }

    private async Task<string> MapsAsync() => $"/api/v1/namespaces/{await cluster.NamespaceAsync()}/configmaps";
}
