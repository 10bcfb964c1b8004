namespace Pipeline.LocalCluster.Tests.Kubectl;

[Collection(KubectlCluster.Collection)]
[Trait("Category", "Slow")]
public sealed class KubectlRolloutTests(KubectlCluster cluster)
{
    [KubectlFact]
    public async Task A_rollout_can_be_undone_to_the_revision_before()
    {
        var kubectl = await DeployAsync();
        await kubectl.RunAsync("set env deploy/web VERSION=2");
        await SettledAsync(kubectl);

        var history = await kubectl.RunAsync("rollout history deploy/web");
        await kubectl.RunAsync("rollout undo deploy/web");
        await SettledAsync(kubectl);

        Assert.Matches(@"1 +<none>\n2 +<none>\n", history);
        Assert.Equal("1", await VersionAsync(kubectl));
        Assert.Matches(@"2 +<none>\n3 +<none>\n", await kubectl.RunAsync("rollout history deploy/web"));
        Assert.Equal("version 1\n", await LogAsync(kubectl));
    }

    [KubectlFact]
    public async Task Any_revision_can_be_looked_at_and_returned_to()
    {
        var kubectl = await DeployAsync();
        await kubectl.RunAsync("set env deploy/web VERSION=2");
        await SettledAsync(kubectl);
        await kubectl.RunAsync("set env deploy/web VERSION=3");
        await SettledAsync(kubectl);

        var second = await kubectl.RunAsync("rollout history deploy/web --revision=2");
        await kubectl.RunAsync("rollout undo deploy/web --to-revision=1");
        await SettledAsync(kubectl);

        Assert.Matches(@"VERSION:\s+2", second);
        Assert.Equal("version 1\n", await LogAsync(kubectl));
        Assert.Contains(
            "unable to find specified revision 9",
            await kubectl.FailAsync("rollout undo deploy/web --to-revision=9")
        );
    }

    [KubectlFact]
    public async Task A_new_image_is_rolled_out()
    {
        var kubectl = await cluster.NewAsync();
        await kubectl.RunAsync("apply -f -", Web.Deployment("registry.invalid/web@sha256:" + new string('0', 64)));

        await kubectl.RunAsync($"set image deploy/web main={cluster.Image}");
        await SettledAsync(kubectl);

        Assert.Equal(
            cluster.Image,
            await kubectl.RunAsync("get pods -o jsonpath={.items[*].spec.containers[*].image}")
        );
        Assert.Equal("version 1\n", await LogAsync(kubectl));
    }

    [KubectlFact]
    public async Task A_paused_deployment_keeps_its_pods_until_it_is_resumed()
    {
        var kubectl = await DeployAsync();

        await kubectl.RunAsync("rollout pause deploy/web");
        await kubectl.RunAsync("set env deploy/web VERSION=2");
        var paused = await kubectl.RunAsync("get rs -o name");
        await kubectl.RunAsync("rollout resume deploy/web");
        await SettledAsync(kubectl);

        Assert.Single(paused.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("version 2\n", await LogAsync(kubectl));
    }

    [KubectlFact]
    public async Task A_restart_replaces_every_pod()
    {
        var kubectl = await DeployAsync();
        var before = await kubectl.RunAsync("get pods -o name");

        await kubectl.RunAsync("rollout restart deploy/web");
        await SettledAsync(kubectl);
        await kubectl.RunAsync($"wait --for=delete {before.Trim()} --timeout=30s");

        var after = await kubectl.RunAsync("get pods -o name");
        Assert.NotEqual(before, after);
        Assert.Single(after.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [KubectlFact]
    public async Task Replicas_follow_the_scale()
    {
        var kubectl = await DeployAsync();

        await kubectl.RunAsync("scale deploy/web --replicas=3");
        await SettledAsync(kubectl);
        var three = await kubectl.RunAsync("get deploy web -o jsonpath={.status.availableReplicas}");
        await kubectl.RunAsync("scale deploy/web --current-replicas=3 --replicas=0");
        await kubectl.RunAsync("wait --for=delete pod -l app=web --timeout=30s");

        Assert.Equal("3", three);
        await kubectl.UntilAsync("get rs -o jsonpath={.items[0].status.replicas}", count => count == "0");
        Assert.Contains(
            "Expected replicas",
            await kubectl.FailAsync("scale deploy/web --current-replicas=3 --replicas=1")
        );
    }

    [KubectlFact]
    public async Task A_rollout_that_cannot_start_fails_at_its_deadline_and_leaves_the_old_pods()
    {
        var kubectl = await DeployAsync();
        await kubectl.RunAsync("""patch deploy web --type merge -p {"spec":{"progressDeadlineSeconds":1}}""");

        await kubectl.RunAsync("set image deploy/web main=registry.example/missing@sha256:" + new string('0', 64));
        var error = await kubectl.FailAsync("rollout status deploy/web --timeout=30s");

        Assert.Contains("exceeded its progress deadline", error);
        Assert.Equal("1", await kubectl.RunAsync("get deploy web -o jsonpath={.status.availableReplicas}"));
    }

    [KubectlFact]
    public async Task Recreate_ends_the_old_pods_first()
    {
        var kubectl = await cluster.NewAsync();
        var manifest = Web.Deployment(cluster.Image)
            .Replace(
                "spec:\n  replicas",
                "spec:\n  strategy:\n    type: Recreate\n  replicas",
                StringComparison.Ordinal
            );
        await kubectl.RunAsync("apply -f -", manifest);
        await SettledAsync(kubectl);

        await kubectl.RunAsync("set env deploy/web VERSION=2");
        await SettledAsync(kubectl);

        Assert.Equal("version 2\n", await LogAsync(kubectl));
        Assert.Equal("Recreate", await kubectl.RunAsync("get deploy web -o jsonpath={.spec.strategy.type}"));
    }

    private async Task<KubectlClient> DeployAsync()
    {
        var kubectl = await cluster.NewAsync();
        await kubectl.RunAsync("apply -f -", Web.Deployment(cluster.Image));
        await SettledAsync(kubectl);
        return kubectl;
    }

    private static async Task SettledAsync(KubectlClient kubectl)
    {
        await kubectl.RunAsync("rollout status deploy/web --timeout=60s");
        var replicas = await kubectl.RunAsync("get deploy web -o jsonpath={.spec.replicas}");

        // Pods of the revision before may still be ending, and kubectl logs might choose one of them.
        await kubectl.UntilAsync("get pods -o jsonpath={.items[*].spec.restartPolicy}", all => Words(all) == replicas);

        static string Words(string text) => $"{text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length}";
    }

    private static Task<string> LogAsync(KubectlClient kubectl) =>
        kubectl.UntilAsync("logs deploy/web", text => text.Length > 0);

    private static Task<string> VersionAsync(KubectlClient kubectl) =>
        kubectl.RunAsync("get deploy web -o jsonpath={..env[0].value}");
}
