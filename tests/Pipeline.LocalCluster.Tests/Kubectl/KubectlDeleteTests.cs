namespace Pipeline.LocalCluster.Tests.Kubectl;

[Collection(KubectlCluster.Collection)]
[Trait("Category", "Slow")]
public sealed class KubectlDeleteTests(KubectlCluster cluster)
{
    [KubectlFact]
    public async Task Deleting_a_deployment_deletes_its_pods()
    {
        var kubectl = await DeployAsync();

        await kubectl.RunAsync("delete deploy web");
        await kubectl.RunAsync("wait --for=delete pod -l app=web --timeout=30s");

        Assert.Equal("", await kubectl.RunAsync("get rs,pods -o name"));
    }

    [KubectlFact]
    public async Task Deleting_in_the_foreground_waits_for_the_pods()
    {
        var kubectl = await DeployAsync();

        await kubectl.RunAsync("delete deploy web --cascade=foreground --timeout=30s");

        Assert.Equal("", await kubectl.RunAsync("get deploy,rs,pods -o name"));
    }

    [KubectlFact]
    public async Task Orphans_stay_and_are_taken_in_again()
    {
        var kubectl = await DeployAsync();
        var pod = await kubectl.RunAsync("get pods -o name");

        await kubectl.RunAsync("delete deploy web --cascade=orphan --timeout=30s");
        var orphan = await kubectl.RunAsync("get rs -o jsonpath={.items[0].metadata.ownerReferences}");
        await kubectl.RunAsync("apply -f -", Web.Deployment(cluster.Image));
        await kubectl.RunAsync("rollout status deploy/web --timeout=30s");

        Assert.Equal("", orphan);
        Assert.Equal(pod, await kubectl.RunAsync("get pods -o name"));
    }

    [KubectlFact]
    public async Task A_deleted_pod_is_replaced()
    {
        var kubectl = await DeployAsync();
        var pod = await kubectl.RunAsync("get pods -o name");

        await kubectl.RunAsync($"delete {pod.Trim()}");
        await kubectl.RunAsync("rollout status deploy/web --timeout=30s");

        Assert.NotEqual(pod, await kubectl.RunAsync("get pods -o name"));
    }

    [KubectlFact]
    public async Task Deleting_a_namespace_empties_it_first()
    {
        var kubectl = await DeployAsync();
        await kubectl.RunAsync("create configmap settings");

        await kubectl.RunAsync($"delete namespace {kubectl.Namespace} --timeout=30s");

        Assert.Contains("NotFound", await kubectl.FailAsync($"get namespace {kubectl.Namespace}"));
        Assert.Equal("", await kubectl.RunAsync("get all,cm,events -o name"));
    }

    [KubectlFact]
    public async Task The_default_namespace_stays()
    {
        var kubectl = await cluster.NewAsync();

        var error = await kubectl.FailAsync("delete namespace default");

        Assert.Contains("this namespace may not be deleted", error);
    }

    private async Task<KubectlClient> DeployAsync()
    {
        var kubectl = await cluster.NewAsync();
        await kubectl.RunAsync("apply -f -", Web.Deployment(cluster.Image));
        await kubectl.RunAsync("rollout status deploy/web --timeout=30s");
        return kubectl;
    }
}
