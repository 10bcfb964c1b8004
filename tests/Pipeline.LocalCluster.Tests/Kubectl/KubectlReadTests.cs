using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Tests.Kubectl;

[Collection(KubectlCluster.Collection)]
[Trait("Category", "Slow")]
public sealed class KubectlReadTests(KubectlCluster cluster)
{
    [KubectlFact]
    public async Task Get_prints_what_it_prints_of_any_cluster()
    {
        var kubectl = await cluster.NewAsync();
        await kubectl.RunAsync("apply -f -", Web.Deployment(cluster.Image, replicas: 2));
        await kubectl.RunAsync("create service clusterip web --tcp=80:8080");
        await kubectl.RunAsync("rollout status deploy/web --timeout=30s");

        var deployments = await kubectl.RunAsync("get deploy");
        var pods = await kubectl.RunAsync("get pods -o wide -l app=web");
        var all = await kubectl.RunAsync("get all --no-headers");
        var running = await kubectl.RunAsync("get pods --field-selector status.phase=Running -o name");
        var json = JsonNode.Parse(await kubectl.RunAsync("get deploy web -o json"))!;
        var yaml = await kubectl.RunAsync("get deploy web -o yaml");

        Assert.Matches(@"NAME +READY +UP-TO-DATE +AVAILABLE +AGE\nweb +2/2 +2 +2 +\d+s\n", deployments);
        Assert.Matches(@"NAME +READY +STATUS +RESTARTS +AGE +IP +NODE", pods);
        Assert.Matches(@"web-\w+-\w+ +1/1 +Running +0 +\d+s +\d+\.\d+\.\d+\.\d+ +\w", pods);
        Assert.Equal(5, all.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(2, running.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal("web", (string?)json["metadata"]!["name"]);
        Assert.Contains("kind: Deployment\n", yaml);
    }

    [KubectlFact]
    public async Task Every_kind_can_be_listed()
    {
        var kubectl = await cluster.NewAsync();

        var resources = await kubectl.RunAsync("api-resources -o name --verbs=list");
        var kinds = string.Join(',', resources.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var output = await kubectl.RunAsync($"get {kinds} -A -o name");

        Assert.Contains("deployments.apps", kinds);
        Assert.Contains("namespace/default", output);
    }

    [KubectlFact]
    public async Task Describe_shows_conditions_and_events()
    {
        var kubectl = await cluster.NewAsync();
        await kubectl.RunAsync("apply -f -", Web.Deployment(cluster.Image));
        await kubectl.RunAsync("wait --for=condition=Available deploy/web --timeout=30s");

        var deployment = await kubectl.RunAsync("describe deploy web");
        var pod = await kubectl.UntilAsync(
            "describe pods -l app=web",
            text => text.Contains("Started container", StringComparison.Ordinal)
        );

        Assert.Contains("1 desired | 1 updated | 1 total | 1 available | 0 unavailable", deployment);
        Assert.Matches(@"Progressing +True +NewReplicaSetAvailable", deployment);
        Assert.Matches(@"Normal +ScalingReplicaSet .* Scaled up replica set web-\w+ ", deployment);
        Assert.Matches(@"State: +Running", pod);
        Assert.Matches(@"Normal +Started", pod);
    }

    [KubectlFact]
    public async Task Logs_are_shown_and_followed()
    {
        var kubectl = await cluster.NewAsync();
        await kubectl.RunAsync("apply -f -", Web.Deployment(cluster.Image, version: "7"));
        await kubectl.RunAsync("rollout status deploy/web --timeout=30s");

        using var follow = kubectl.Start("logs -f deploy/web");
        var first = await follow.StandardOutput.ReadLineAsync();
        follow.Kill();
        await follow.WaitForExitAsync();

        var previous = await kubectl.FailAsync("logs deploy/web --previous");

        Assert.Equal("version 7", first);
        Assert.Contains("previous terminated container \"main\"", previous);
        Assert.Equal("version 7\n", await kubectl.RunAsync("logs deploy/web --tail=1"));
    }

    [KubectlFact]
    public async Task The_output_of_the_run_before_is_kept()
    {
        var kubectl = await cluster.NewAsync();
        await kubectl.RunAsync(
            "apply -f -",
            Web.Deployment(cluster.Image, version: "7")
                .Replace(
                    "        image:",
                    "        livenessProbe: {tcpSocket: {port: 9}, periodSeconds: 1, failureThreshold: 1}\n        image:",
                    StringComparison.Ordinal
                )
        );

        await kubectl.UntilAsync("get pods -o jsonpath={..restartCount}", count => count.Length > 0 && count != "0");

        Assert.Equal("version 7\n", await kubectl.RunAsync("logs -l app=web --previous --prefix=false"));
    }

    [KubectlFact]
    public async Task What_waits_for_its_image_says_so()
    {
        var kubectl = await cluster.NewAsync();
        await kubectl.RunAsync("apply -f -", Web.Deployment("registry.invalid/missing@sha256:" + new string('0', 64)));

        var reason = await kubectl.UntilAsync(
            "get pods -o jsonpath={..waiting.reason}",
            text => text is "ErrImagePull" or "ImagePullBackOff"
        );
        var log = await kubectl.FailAsync("logs deploy/web");
        var events = await kubectl.UntilAsync(
            "events",
            text => text.Contains("Failed to pull", StringComparison.Ordinal)
        );

        Assert.Contains("is waiting to start", log);
        Assert.Matches("Warning +Failed .*Failed to pull image", events);
    }

    [KubectlFact]
    public async Task Objects_are_waited_for()
    {
        var kubectl = await cluster.NewAsync();
        await kubectl.RunAsync("apply -f -", Web.Deployment(cluster.Image));

        await kubectl.RunAsync("wait --for=condition=Available deploy/web --timeout=60s");
        await kubectl.RunAsync("wait --for=jsonpath={.status.readyReplicas}=1 deploy/web --timeout=60s");
        await kubectl.RunAsync("delete deploy web --wait=false");
        await kubectl.RunAsync("wait --for=delete deploy/web --timeout=60s");
        var missing = await kubectl.FailAsync("wait --for=condition=Available deploy/web --timeout=1s");

        Assert.Contains("not found", missing);
    }

    [KubectlTheory]
    [InlineData("app=a", "a")]
    [InlineData("app!=a,app", "b")]
    [InlineData("!app", "c")]
    public async Task Objects_are_selected_by_labels(string selector, string name)
    {
        var kubectl = await cluster.NewAsync();
        foreach (var each in (string[])["a", "b", "c"])
            await kubectl.RunAsync($"create secret generic {each}");
        await kubectl.RunAsync("label secret a app=a");
        await kubectl.RunAsync("label secret b app=b");

        var selected = await kubectl.LinesAsync($"get secrets -o name -l {selector}");

        Assert.Equal([$"secret/{name}"], selected);
    }

    [KubectlFact]
    public async Task Objects_are_printed_as_columns_in_order()
    {
        var kubectl = await cluster.NewAsync();
        foreach (var each in (string[])["b", "a"])
            await kubectl.RunAsync($"create secret generic {each} --from-literal=key={each}");

        var columns = await kubectl.RunAsync(
            "get secrets --sort-by=.metadata.name -o custom-columns=NAME:.metadata.name,KEY:.data.key"
        );
        var pages = await kubectl.LinesAsync("get secrets --chunk-size=1 -o name");

        Assert.Matches(@"NAME +KEY\na +YQ==\nb +Yg==\n", columns);
        Assert.Equal(["secret/a", "secret/b"], pages);
    }

    [KubectlFact]
    public async Task The_server_says_what_it_serves_and_who_may_do_what()
    {
        var kubectl = await cluster.NewAsync();

        var info = await kubectl.RunAsync("cluster-info");
        var versions = await kubectl.LinesAsync("api-versions");
        var resources = await kubectl.RunAsync("api-resources --api-group=apps");
        var answer = await kubectl.RunAsync("auth can-i create deployments.apps");

        Assert.Contains("control plane", info);
        Assert.Superset(new HashSet<string> { "v1", "apps/v1", "autoscaling/v2", "policy/v1" }, versions.ToHashSet());
        Assert.Matches(@"deployments +deploy +apps/v1 +true +Deployment", resources);
        Assert.Equal("yes\n", answer);
    }

    [KubectlFact]
    public async Task A_watch_prints_changes_as_they_happen()
    {
        var kubectl = await cluster.NewAsync();
        await kubectl.RunAsync("create configmap settings --from-literal=a=1");

        using var watch = kubectl.Start("get cm settings -w --no-headers");
        var before = await watch.StandardOutput.ReadLineAsync();
        await kubectl.RunAsync("""patch cm settings --type merge -p {"data":{"b":"2"}}""");
        var after = await watch.StandardOutput.ReadLineAsync();
        watch.Kill();
        await watch.WaitForExitAsync();

        Assert.Matches(@"settings +1 +", before);
        Assert.Matches(@"settings +2 +", after);
    }

    [KubectlFact]
    public async Task A_kind_that_is_not_served_is_refused()
    {
        var kubectl = await cluster.NewAsync();

        var error = await kubectl.FailAsync("get unicorns");

        Assert.Contains("the server doesn't have a resource type \"unicorns\"", error);
    }

    [KubectlFact]
    public async Task Explain_knows_the_fields()
    {
        var kubectl = await cluster.NewAsync();

        var output = await kubectl.RunAsync("explain deployment.spec.strategy");

        Assert.Contains("rollingUpdate\t<RollingUpdateDeployment>", output);
    }
}
