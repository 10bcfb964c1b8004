using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Ownership;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Tests.Ownership;

public sealed class FieldManagersTests
{
    private static readonly ResourceKind Deployments = KindTable.Of(GroupResource.Deployments);
    private static readonly DateTimeOffset Early = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Late = Early.AddHours(1);

    [Fact]
    public void A_field_that_is_no_longer_applied_is_removed()
    {
        var live = Apply(new JsonObject(), "ci", Config(labels: """{"a":"1","b":"2"}"""));

        var applied = Apply(live, "ci", Config(labels: """{"a":"1"}"""));

        Assert.Equal("""{"a":"1"}""", applied.At("metadata", "labels")!.ToJsonString());
    }

    [Fact]
    public void A_field_that_is_no_longer_applied_stays_if_another_manager_applies_it()
    {
        var live = Apply(new JsonObject(), "ci", Config(labels: """{"a":"1","b":"2"}"""));
        live = Apply(live, "other", Config(labels: """{"b":"2"}"""));

        var applied = Apply(live, "ci", Config(labels: """{"a":"1"}"""));

        Assert.Equal("2", applied.Text("metadata", "labels", "b"));
    }

    [Fact]
    public void A_field_of_another_manager_with_another_value_is_a_conflict()
    {
        var live = Apply(new JsonObject(), "ci", Config(replicas: 1));

        var refusal = Assert.Throws<RefusalException>(() => Apply(live, "other", Config(replicas: 2)));

        Assert.Equal(409, refusal.Code);
        Assert.Equal("Apply failed with 1 conflict: conflict with \"ci\": .spec.replicas", refusal.Message);
        var cause = Assert.Single(refusal.ToStatus().Items("details", "causes"));
        Assert.Equal("FieldManagerConflict", cause.Text("reason"));
    }

    [Fact]
    public void Conflicts_are_listed_by_manager()
    {
        var live = Apply(new JsonObject(), "ci", Config(replicas: 1, labels: """{"a":"1"}"""));
        var scaled = live.DeepClone().AsObject();
        scaled["spec"]!["replicas"] = 2;
        var scaling = new WriteOptions("kubectl") { Scope = WriteScope.Scale };
        FieldManagers.RecordUpdate(Deployments, scaled, live, scaling, Late);

        var refusal = Assert.Throws<RefusalException>(() =>
            Apply(scaled, "other", Config(replicas: 3, labels: """{"a":"2"}"""))
        );

        Assert.Equal(
            """
            Apply failed with 2 conflicts: conflicts with "ci":
            - .metadata.labels.a
            conflicts with "kubectl" with subresource "scale" using apps/v1:
            - .spec.replicas
            """.ReplaceLineEndings("\n"),
            refusal.Message
        );
    }

    [Fact]
    public void The_same_value_is_owned_by_both()
    {
        var live = Apply(new JsonObject(), "ci", Config(replicas: 1));

        var applied = Apply(live, "other", Config(replicas: 1));

        Assert.Equal(["ci", "other"], Owners(applied, "f:spec", "f:replicas"));
    }

    [Fact]
    public void Force_takes_the_field_over()
    {
        var live = Apply(new JsonObject(), "ci", Config(replicas: 1));

        var applied = Apply(live, "other", Config(replicas: 2), force: true);

        Assert.Equal(2, applied.Int("spec", "replicas"));
        Assert.Equal(["other"], Owners(applied, "f:spec", "f:replicas"));
    }

    [Fact]
    public void Applying_the_same_again_changes_nothing_not_even_the_time()
    {
        var live = Apply(new JsonObject(), "ci", Config(replicas: 1));

        var applied = Apply(live, "ci", Config(replicas: 1), now: Late);

        Assert.True(JsonNode.DeepEquals(live, applied));
    }

    [Fact]
    public void Items_of_a_list_have_owners_of_their_own()
    {
        var live = Apply(new JsonObject(), "ci", Containers("""[{"name":"a","image":"a:1"}]"""));

        var applied = Apply(live, "mesh", Containers("""[{"name":"b","image":"b:1"}]"""));
        var without = Apply(applied, "mesh", Containers("[]"));

        Assert.Equal(["b", "a"], Names(applied));
        Assert.Equal(["a"], Names(without));
    }

    [Fact]
    public void What_the_server_fills_in_is_no_conflict()
    {
        var config = Containers("""[{"name":"a","image":"a:1","readinessProbe":{"httpGet":{"port":80}}}]""");
        var live = Apply(new JsonObject(), "ci", config.DeepClone().AsObject());

        var applied = Apply(live, "other", config);

        Assert.Equal(
            ["ci", "other"],
            Owners(applied, "f:spec", "f:template", "f:spec", "f:containers", """k:{"name":"a"}""", "f:image")
        );
    }

    [Fact]
    public void An_update_takes_the_changed_fields_and_leaves_the_others()
    {
        var live = Apply(new JsonObject(), "ci", Config(replicas: 1, labels: """{"a":"1"}"""));
        var updated = live.DeepClone().AsObject();
        updated["spec"]!["replicas"] = 5;

        FieldManagers.RecordUpdate(Deployments, updated, live, new WriteOptions("kubectl"), Late);

        Assert.Equal(["kubectl"], Owners(updated, "f:spec", "f:replicas"));
        Assert.Equal(["ci"], Owners(updated, "f:metadata", "f:labels", "f:a"));
    }

    [Fact]
    public void A_removed_field_has_no_owner()
    {
        var live = Apply(new JsonObject(), "ci", Config(labels: """{"a":"1"}"""));
        var updated = live.DeepClone().AsObject();
        updated["metadata"]!.AsObject().Remove("labels");

        FieldManagers.RecordUpdate(Deployments, updated, live, new WriteOptions("kubectl"), Late);

        Assert.Empty(Owners(updated, "f:metadata", "f:labels", "f:a"));
    }

    [Fact]
    public void A_status_write_owns_the_status_alone()
    {
        var live = Apply(new JsonObject(), "ci", Config(replicas: 1));
        var updated = live.DeepClone().AsObject();
        updated["status"] = new JsonObject { ["replicas"] = 1 };
        var options = new WriteOptions("controller") { Scope = WriteScope.Status };

        FieldManagers.RecordUpdate(Deployments, updated, live, options, Late);

        var entry = updated.Items("metadata", "managedFields").Single(e => e.Text("manager") == "controller");
        Assert.Equal("status", entry.Text("subresource"));
        Assert.Equal("""{"f:status":{"f:replicas":{}}}""", entry["fieldsV1"]!.ToJsonString());
    }

    [Fact]
    public void Kubectl_takes_over_what_it_applied_from_the_client_side()
    {
        var live = Config(replicas: 1);
        live.Within("metadata")["annotations"] = new JsonObject
        {
            ["kubectl.kubernetes.io/last-applied-configuration"] = Config(replicas: 1).ToJsonString(),
        };
        FieldManagers.RecordUpdate(Deployments, live, null, new WriteOptions("kubectl-client-side-apply"), Early);

        var applied = Apply(live, "kubectl", Config(replicas: 2));

        Assert.Equal(2, applied.Int("spec", "replicas"));
    }

    [Fact]
    public void A_set_is_written_as_it_is_read()
    {
        const string fields = """{"f:a":{".":{},"f:b":{},"k:{\"name\":\"x\"}":{}},"v:\"s\"":{}}""";

        var set = FieldSet.Parse(JsonNode.Parse(fields)!.AsObject());

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(fields), set.ToJson()));
        Assert.Equal([".a", ".a.b", ".a[name=\"x\"]", "[=\"s\"]"], set.Paths());
    }

    private static JsonObject Apply(
        JsonObject live,
        string manager,
        JsonObject config,
        bool force = false,
        DateTimeOffset? now = null
    ) =>
        FieldManagers.Apply(
            Deployments,
            live,
            config,
            new WriteOptions(manager) { Applies = true },
            force,
            now ?? Early
        );

    private static IEnumerable<string?> Owners(JsonObject content, params string[] path) =>
        content
            .Items("metadata", "managedFields")
            .Where(entry => entry["fieldsV1"].At(path) is not null)
            .Select(entry => entry.Text("manager"))
            .Order();

    private static IEnumerable<string?> Names(JsonObject content) =>
        content.Items("spec", "template", "spec", "containers").Select(container => container.Text("name"));

    private static JsonObject Config(int? replicas = null, string? labels = null)
    {
        var config = new JsonObject { ["metadata"] = new JsonObject { ["name"] = "web" } };
        if (labels is not null)
            config["metadata"]!["labels"] = JsonNode.Parse(labels);
        if (replicas is not null)
            config["spec"] = new JsonObject { ["replicas"] = replicas };
        return config;
    }

    private static JsonObject Containers(string containers)
    {
        var config = Config();
        config["spec"] = new JsonObject
        {
            ["template"] = new JsonObject { ["spec"] = new JsonObject { ["containers"] = JsonNode.Parse(containers) } },
        };
        return config;
    }
}
