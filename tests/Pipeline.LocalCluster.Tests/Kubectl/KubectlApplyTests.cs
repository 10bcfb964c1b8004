namespace Pipeline.LocalCluster.Tests.Kubectl;

[Collection(KubectlCluster.Collection)]
[Trait("Category", "Slow")]
public sealed class KubectlApplyTests(KubectlCluster cluster)
{
    [KubectlFact]
    public async Task Apply_creates_changes_and_leaves_what_is_the_same()
    {
        var kubectl = await cluster.NewAsync();

        var created = await kubectl.RunAsync("apply -f -", Web.Deployment(cluster.Image));
        var same = await kubectl.RunAsync("apply -f -", Web.Deployment(cluster.Image));
        var changed = await kubectl.RunAsync("apply -f -", Web.Deployment(cluster.Image, version: "2"));

        Assert.Equal("deployment.apps/web created\n", created);
        Assert.Equal("deployment.apps/web unchanged\n", same);
        Assert.Equal("deployment.apps/web configured\n", changed);
    }

    [KubectlFact]
    public async Task Apply_removes_what_is_no_longer_in_the_file()
    {
        var kubectl = await cluster.NewAsync();
        var manifest = Web.Deployment(cluster.Image);
        await kubectl.RunAsync("apply -f -", manifest);

        await kubectl.RunAsync(
            "apply -f -",
            manifest.Replace("- name: VERSION\n          value: \"1\"\n        ", "", StringComparison.Ordinal)
        );

        var names = await kubectl.RunAsync("get deploy web -o jsonpath={..env[*].name}");
        Assert.Equal("POD_IP", names);
    }

    [KubectlFact]
    public async Task A_dry_run_on_the_server_changes_nothing()
    {
        var kubectl = await cluster.NewAsync();

        var output = await kubectl.RunAsync("apply --dry-run=server -f -", Web.Deployment(cluster.Image));

        Assert.Equal("deployment.apps/web created (server dry run)\n", output);
        Assert.Contains("NotFound", await kubectl.FailAsync("get deploy web"));
    }

    [KubectlFact]
    public async Task Server_side_apply_reports_conflicts_with_other_managers()
    {
        var kubectl = await cluster.NewAsync();
        await kubectl.RunAsync("apply --server-side --field-manager ci -f -", Web.Deployment(cluster.Image));
        await kubectl.RunAsync("scale deploy web --replicas 2");

        var conflict = await kubectl.FailAsync(
            "apply --server-side --field-manager ci -f -",
            Web.Deployment(cluster.Image, replicas: 3)
        );
        var forced = await kubectl.RunAsync(
            "apply --server-side --field-manager ci --force-conflicts -f -",
            Web.Deployment(cluster.Image, replicas: 3)
        );

        Assert.Contains("conflict with \"kubectl\" with subresource \"scale\" using apps/v1: .spec.replicas", conflict);
        Assert.Equal("deployment.apps/web serverside-applied\n", forced);
        Assert.Equal("3", await kubectl.RunAsync("get deploy web -o jsonpath={.spec.replicas}"));
    }

    [KubectlFact]
    public async Task An_unknown_field_inside_a_list_is_refused_with_its_path()
    {
        var kubectl = await cluster.NewAsync();
        var manifest = Web.Deployment(cluster.Image).Replace("- name: http", "- nme: http", StringComparison.Ordinal);

        var error = await kubectl.FailAsync("apply -f -", manifest);

        Assert.Contains("unknown field \"spec.template.spec.containers[0].ports[0].nme\"", error);
    }

    [KubectlFact]
    public async Task An_invalid_object_is_refused_with_every_reason()
    {
        var kubectl = await cluster.NewAsync();
        var manifest = Web.Deployment(cluster.Image)
            .Replace("replicas: 1", "replicas: -1", StringComparison.Ordinal)
            .Replace("      labels:\n        app: web", "      labels:\n        app: other", StringComparison.Ordinal);

        var error = await kubectl.FailAsync("apply -f -", manifest);

        Assert.Contains("The Deployment \"web\" is invalid:", error);
        Assert.Contains("* spec.replicas: Invalid value: -1: must be greater than or equal to 0", error);
        Assert.Contains("`selector` does not match template `labels`", error);
    }

    [KubectlFact]
    public async Task Objects_are_created_from_the_command_line()
    {
        var kubectl = await cluster.NewAsync();

        await kubectl.RunAsync("create configmap settings --from-literal=color=blue");
        await kubectl.RunAsync("create secret generic token --from-literal=value=secret");
        await kubectl.RunAsync("create serviceaccount robot");
        await kubectl.RunAsync("create role reader --verb=get --resource=pods");
        await kubectl.RunAsync("create rolebinding reader --role=reader --serviceaccount=default:robot");
        await kubectl.RunAsync("create quota small --hard=cpu=1,pods=10");
        await kubectl.RunAsync("create service clusterip web --tcp=80:8080");
        await kubectl.RunAsync($"create job once --image={cluster.Image}");
        await kubectl.RunAsync("create pdb web --selector=app=web --max-unavailable=25%");

        var names = await kubectl.LinesAsync("get cm,secret,sa,role,rolebinding,quota,svc,job,pdb -o name");
        Assert.Superset(
            new HashSet<string>
            {
                "configmap/settings",
                "secret/token",
                "serviceaccount/robot",
                "role.rbac.authorization.k8s.io/reader",
                "rolebinding.rbac.authorization.k8s.io/reader",
                "resourcequota/small",
                "service/web",
                "job.batch/once",
                "poddisruptionbudget.policy/web",
            },
            names.ToHashSet()
        );
    }

    [KubectlFact]
    public async Task What_exists_is_not_created_again()
    {
        var kubectl = await cluster.NewAsync();
        await kubectl.RunAsync("create -f -", Web.Deployment(cluster.Image, replicas: 0));

        var error = await kubectl.FailAsync("create -f -", Web.Deployment(cluster.Image, replicas: 0));

        Assert.Contains("deployments.apps \"web\" already exists", error);
    }

    [KubectlTheory]
    [InlineData("create configmap settings --dry-run=server")]
    [InlineData("create -f - --dry-run=server")]
    [InlineData("apply --server-side -f - --dry-run=server")]
    public async Task A_dry_run_creates_nothing(string command)
    {
        var kubectl = await cluster.NewAsync();

        var output = await kubectl.RunAsync(command, Web.Deployment(cluster.Image));

        Assert.Contains("(server dry run)", output);
        Assert.Empty(await kubectl.LinesAsync("get deploy -o name"));
        Assert.DoesNotContain("configmap/settings", await kubectl.LinesAsync("get cm -o name"));
    }

    [KubectlTheory]
    [InlineData("label deploy web tier=front")]
    [InlineData("annotate deploy web note=seen")]
    [InlineData("scale deploy web --replicas=2")]
    [InlineData("set image deploy/web main=registry.example/other@sha256:0")]
    [InlineData("delete deploy web")]
    [InlineData("""patch deploy web --type merge -p {"spec":{"paused":true}}""")]
    public async Task A_dry_run_leaves_what_is_there(string command)
    {
        var kubectl = await cluster.NewAsync();
        await kubectl.RunAsync("apply -f -", Web.Deployment(cluster.Image, replicas: 0));
        await kubectl.RunAsync("rollout status deploy/web --timeout=60s");
        const string Wish =
            "get deploy web -o jsonpath={.metadata.generation}{.metadata.labels}{.metadata.annotations}";
        var before = await kubectl.RunAsync(Wish);

        await kubectl.RunAsync($"{command} --dry-run=server");

        Assert.Equal(before, await kubectl.RunAsync(Wish));
    }

    [KubectlFact]
    public async Task Server_side_apply_creates_changes_and_removes()
    {
        var kubectl = await cluster.NewAsync();
        var manifest = Web.Deployment(cluster.Image, replicas: 0);
        await kubectl.RunAsync("apply --server-side -f -", manifest);

        await kubectl.RunAsync(
            "apply --server-side -f -",
            manifest.Replace("- name: VERSION\n          value: \"1\"\n        ", "", StringComparison.Ordinal)
        );

        Assert.Equal("POD_IP", await kubectl.RunAsync("get deploy web -o jsonpath={..env[*].name}"));
        Assert.Contains(
            "kubectl Apply",
            await kubectl.LinesAsync(
                "get deploy web --show-managed-fields -o go-template={{range.metadata.managedFields}}{{.manager}}{{\"\\x20\"}}{{.operation}}{{\"\\n\"}}{{end}}"
            )
        );
    }

    [KubectlFact]
    public async Task Unknown_fields_are_refused_warned_of_or_ignored()
    {
        var kubectl = await cluster.NewAsync();
        var manifest = Web.Deployment(cluster.Image, replicas: 0)
            .Replace("spec:\n  replicas", "spec:\n  colour: blue\n  replicas", StringComparison.Ordinal);

        var strict = await kubectl.FailAsync("apply --validate=strict -f -", manifest);
        var warned = await kubectl.ErrorsAsync("apply --validate=warn -f -", manifest);
        var ignored = await kubectl.ErrorsAsync("apply --validate=ignore -f -", manifest);

        Assert.Contains("unknown field \"spec.colour\"", strict);
        Assert.Contains("Warning: unknown field \"spec.colour\"", warned);
        Assert.DoesNotContain("colour", ignored);
    }

    [KubectlFact]
    public async Task Labels_are_overwritten_only_when_asked_and_can_be_removed()
    {
        var kubectl = await cluster.NewAsync();
        await kubectl.RunAsync("create configmap settings");
        await kubectl.RunAsync("label cm settings tier=front");

        var refused = await kubectl.FailAsync("label cm settings tier=back");
        await kubectl.RunAsync("label cm settings tier=back --overwrite");
        var overwritten = await kubectl.RunAsync("get cm settings -o jsonpath={.metadata.labels.tier}");
        await kubectl.RunAsync("label cm settings tier-");

        Assert.Contains("'tier' already has a value (front)", refused);
        Assert.Equal("back", overwritten);
        Assert.Equal("", await kubectl.RunAsync("get cm settings -o jsonpath={.metadata.labels.tier}"));
    }

    [KubectlFact]
    public async Task Objects_are_patched_in_three_ways_labelled_and_annotated()
    {
        var kubectl = await cluster.NewAsync();
        await kubectl.RunAsync("apply -f -", Web.Deployment(cluster.Image, replicas: 0));

        await kubectl.RunAsync(
            """patch deploy web --type json -p [{"op":"add","path":"/spec/minReadySeconds","value":1}]"""
        );
        await kubectl.RunAsync("""patch deploy web --type merge -p {"spec":{"revisionHistoryLimit":3}}""");
        await kubectl.RunAsync(
            """patch deploy web -p {"spec":{"template":{"spec":{"containers":[{"name":"main","tty":true}]}}}}"""
        );
        await kubectl.RunAsync("label deploy web tier=front");
        await kubectl.RunAsync("annotate deploy web note=seen");

        var values = await kubectl.RunAsync(
            "get deploy web -o jsonpath={.spec.minReadySeconds}/{.spec.revisionHistoryLimit}/{..tty}/{..image}/{.metadata.labels.tier}/{.metadata.annotations.note}"
        );
        Assert.Equal($"1/3/true/{cluster.Image}/front/seen", values);
    }
}
