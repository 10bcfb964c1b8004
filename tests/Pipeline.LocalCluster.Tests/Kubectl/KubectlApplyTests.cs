namespace Pipeline.LocalCluster.Tests.Kubectl;

[Collection(KubectlCluster.Collection)]
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

        Assert.Contains("conflict with \"kubectl\" with subresource \"scale\": .spec.replicas", conflict);
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

        var names = await kubectl.RunAsync("get cm,secret,sa,role,rolebinding,quota,svc -o name");
        Assert.Equal(
            [
                "configmap/settings",
                "secret/token",
                "serviceaccount/robot",
                "role.rbac.authorization.k8s.io/reader",
                "rolebinding.rbac.authorization.k8s.io/reader",
                "resourcequota/small",
                "service/web",
            ],
            names.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
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
