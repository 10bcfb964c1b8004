using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Tests.Kubectl;

[Collection(KubectlCluster.Collection)]
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
        var pod = await kubectl.RunAsync("describe pods -l app=web");

        Assert.Contains("1 desired | 1 updated | 1 total | 1 available | 0 unavailable", deployment);
        Assert.Matches(@"Progressing +True +NewReplicaSetAvailable", deployment);
        Assert.Matches(@"Normal +ScalingReplicaSet .* Scaled up replica set web-\w+ from 0 to 1", deployment);
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

        Assert.Equal("version 7", first);
        Assert.Equal("version 7\n", await kubectl.RunAsync("logs deploy/web --tail=1"));
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
