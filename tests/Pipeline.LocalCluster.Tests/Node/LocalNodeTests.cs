using System.Net.Sockets;
using Pipeline.LocalCluster.Storage;
using static Pipeline.LocalCluster.Tests.Node.NodeFixture;

namespace Pipeline.LocalCluster.Tests.Node;

public sealed class LocalNodeTests : IAsyncLifetime
{
    private const string Forever = "exec sleep 1000";
    private const string Probed = """{"tcpSocket":{"port":8080},"periodSeconds":1,"failureThreshold":1}""";

    private readonly NodeFixture _fixture = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _fixture.DisposeAsync();

    [Fact]
    public async Task A_pod_is_assigned_and_runs()
    {
        await _fixture.StartAsync();
        var key = await _fixture.CreatePodAsync(await _fixture.ScriptAsync(Forever));

        var pod = await _fixture.UntilReadyAsync(key);

        Assert.Equal("local", pod.Text("spec", "nodeName"));
        Assert.Equal("Running", pod.Text("status", "phase"));
        Assert.StartsWith("127.", pod.Text("status", "podIP"), StringComparison.Ordinal);
        Assert.Equal(0, Container(pod).Int("restartCount"));
        Assert.Contains("assigned shop/", await _fixture.UntilEventAsync(key, "Scheduled"), StringComparison.Ordinal);
        Assert.Contains("Successfully pulled", await _fixture.UntilEventAsync(key, "Pulled"), StringComparison.Ordinal);
        Assert.Equal("Created container main", await _fixture.UntilEventAsync(key, "Created"));
        Assert.Equal("Started container main", await _fixture.UntilEventAsync(key, "Started"));
    }

    [Fact]
    public async Task A_container_knows_its_address_its_configuration_and_its_account()
    {
        await _fixture.StartAsync();
        await _fixture.Store.CreateAsync(
            GroupResource.ConfigMaps.Key("shop", "config"),
            System.Text.Json.Nodes.JsonNode.Parse("""{"data":{"LEVEL":"debug"}}""")!.AsObject()
        );
        var image = await _fixture.ScriptAsync(
            """echo "$POD_IP $LEVEL $HOSTNAME $(cat $KUBECONFIG) $TMPDIR"; """ + Forever
        );
        var key = await _fixture.CreatePodAsync(
            image,
            """
            {"env":[{"name":"POD_IP","valueFrom":{"fieldRef":{"fieldPath":"status.podIP"}}}],
             "envFrom":[{"configMapRef":{"name":"config"}}],"volumeMounts":[{"name":"scratch","mountPath":"/tmp"}]}
            """,
            """{"serviceAccountName":"robot","volumes":[{"name":"scratch","emptyDir":{}}]}"""
        );

        var pod = await _fixture.UntilReadyAsync(key);
        var log = await _fixture.UntilLogAsync(key, text => text.EndsWith('\n'));

        var directory = Path.Combine(_fixture.Options.PodsDirectory, "run", pod.Text("metadata", "uid")!, "scratch");
        var expected = $"{pod.Text("status", "podIP")} debug {key.Name} kubeconfig of shop/robot {directory}\n";
        Assert.Equal(expected, log);
    }

    [Fact]
    public async Task A_pod_is_ready_when_its_probe_succeeds_and_not_when_it_fails()
    {
        await _fixture.StartAsync();
        var key = await _fixture.CreatePodAsync(
            await _fixture.ScriptAsync(Forever),
            $$"""{"readinessProbe":{{Probed}}}"""
        );
        var pod = await _fixture.UntilStateAsync(key, "running");
        Assert.False(IsReady(pod));

        using (Listen(pod, 8080))
            await _fixture.UntilReadyAsync(key);

        await _fixture.UntilAsync(key, pod => !IsReady(pod));
        Assert.StartsWith(
            "Readiness probe failed: ",
            await _fixture.UntilEventAsync(key, "Unhealthy"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_container_whose_liveness_probe_fails_is_started_again()
    {
        await _fixture.StartAsync();
        var key = await _fixture.CreatePodAsync(
            await _fixture.ScriptAsync(Forever),
            $$"""{"livenessProbe":{{Probed}}}"""
        );

        var pod = await _fixture.UntilAsync(key, pod => Container(pod).Int("restartCount") > 0);

        Assert.Equal(143, Container(pod).Int("lastState", "terminated", "exitCode"));
        Assert.Equal(
            "Container main failed liveness probe, will be restarted",
            await _fixture.UntilEventAsync(key, "Killing")
        );
    }

    [Fact]
    public async Task A_container_is_started_only_when_its_startup_probe_has_succeeded()
    {
        await _fixture.StartAsync();
        var key = await _fixture.CreatePodAsync(
            await _fixture.ScriptAsync(Forever),
            """{"startupProbe":{"tcpSocket":{"port":8080},"failureThreshold":30}}"""
        );
        var pod = await _fixture.UntilStateAsync(key, "running");
        Assert.False(Container(pod).Flag("started"));

        using var listener = Listen(pod, 8080);
        pod = await _fixture.UntilReadyAsync(key);

        Assert.True(Container(pod).Flag("started"));
    }

    [Fact]
    public async Task A_container_that_does_not_start_up_is_started_again()
    {
        await _fixture.StartAsync();
        var key = await _fixture.CreatePodAsync(
            await _fixture.ScriptAsync(Forever),
            $$"""{"startupProbe":{{Probed}}}"""
        );

        await _fixture.UntilAsync(key, pod => Container(pod).Int("restartCount") > 0);

        Assert.Contains(
            "failed startup probe",
            await _fixture.UntilEventAsync(key, "Killing"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_container_that_keeps_ending_is_started_less_and_less_often()
    {
        await _fixture.StartAsync();
        var key = await _fixture.CreatePodAsync(await _fixture.ScriptAsync("echo broken; exit 3"));

        var pod = await _fixture.UntilStateAsync(key, "waiting");
        pod = await _fixture.UntilAsync(
            key,
            it => Container(it).Text("state", "waiting", "reason") == "CrashLoopBackOff"
        );

        Assert.Equal(1, Container(pod).Int("restartCount"));
        Assert.Equal(3, Container(pod).Int("lastState", "terminated", "exitCode"));
        Assert.Equal("Error", Container(pod).Text("lastState", "terminated", "reason"));
        Assert.Equal("Running", pod.Text("status", "phase"));
        Assert.Equal("broken\n", await _fixture.LogAsync(key));
        Assert.Equal("broken\n", await _fixture.LogAsync(key, previous: true));
        Assert.Contains("Back-off", await _fixture.UntilEventAsync(key, "BackOff"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exit 0", "Succeeded")]
    [InlineData("exit 3", "Failed")]
    public async Task A_pod_that_is_never_started_again_ends_in_a_final_phase(string script, string phase)
    {
        await _fixture.StartAsync();
        var key = await _fixture.CreatePodAsync(
            await _fixture.ScriptAsync(script),
            podFields: """{"restartPolicy":"Never"}"""
        );

        await _fixture.UntilAsync(key, pod => pod.Text("status", "phase") == phase);
    }

    [Fact]
    public async Task An_image_that_is_not_there_is_waited_for()
    {
        await _fixture.StartAsync();
        await _fixture.ScriptAsync(Forever);
        var missing = "test@sha256:" + new string('0', 64);
        var key = await _fixture.CreatePodAsync(missing);

        var pod = await _fixture.UntilAsync(
            key,
            it => Container(it).Text("state", "waiting", "reason") == "ErrImagePull"
        );

        Assert.Equal("Pending", pod.Text("status", "phase"));
        Assert.Contains(missing, Container(pod).Text("state", "waiting", "message"), StringComparison.Ordinal);
        Assert.Contains(
            "Failed to pull image",
            await _fixture.UntilEventAsync(key, "Failed"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_missing_ConfigMap_is_waited_for()
    {
        await _fixture.StartAsync();
        var key = await _fixture.CreatePodAsync(
            await _fixture.ScriptAsync(Forever),
            """{"envFrom":[{"configMapRef":{"name":"late"}}]}"""
        );
        var pod = await _fixture.UntilAsync(
            key,
            it => Container(it).Text("state", "waiting", "reason") == "CreateContainerConfigError"
        );
        Assert.Equal("configmaps \"late\" not found", Container(pod).Text("state", "waiting", "message"));

        await _fixture.Store.CreateAsync(
            GroupResource.ConfigMaps.Key("shop", "late"),
            System.Text.Json.Nodes.JsonNode.Parse("""{"data":{}}""")!.AsObject()
        );

        await _fixture.UntilReadyAsync(key);
    }

    [Fact]
    public async Task A_program_that_cannot_be_started_is_an_end_of_its_container()
    {
        await _fixture.StartAsync();
        var key = await _fixture.CreatePodAsync(await _fixture.ScriptAsync(Forever), """{"command":["/app/none"]}""");

        var pod = await _fixture.UntilAsync(key, it => Container(it).At("lastState", "terminated") is not null);

        Assert.Equal(128, Container(pod).Int("lastState", "terminated", "exitCode"));
        Assert.Equal("StartError", Container(pod).Text("lastState", "terminated", "reason"));
        Assert.Contains("/app/none", await _fixture.UntilEventAsync(key, "Failed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pod_that_asks_for_too_much_is_rejected()
    {
        await _fixture.StartAsync();
        var key = await _fixture.CreatePodAsync(
            await _fixture.ScriptAsync(Forever),
            """{"volumeMounts":[{"name":"data","mountPath":"/data"}]}"""
        );

        var pod = await _fixture.UntilAsync(key, it => it.Text("status", "phase") == "Failed");

        Assert.Equal("NotSupported", pod.Text("status", "reason"));
        Assert.Contains("/data", pod.Text("status", "message"), StringComparison.Ordinal);
        Assert.Contains("/data", await _fixture.UntilEventAsync(key, "NotSupported"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_pod_is_unready_before_its_process_hears_of_it()
    {
        await _fixture.StartAsync();
        var image = await _fixture.ScriptAsync("trap 'sleep 0.2; exit 0' TERM; echo up; while :; do sleep 0.02; done");
        var key = await _fixture.CreatePodAsync(image);
        await _fixture.UntilReadyAsync(key);
        await _fixture.UntilLogAsync(key, log => log.Length > 0);

        await _fixture.DeletePodAsync(key, graceSeconds: 20);

        var pod = await _fixture.UntilAsync(key, it => !IsReady(it));
        Assert.NotNull(Container(pod).At("state", "running"));
        await _fixture.UntilGoneAsync(key);
        Assert.Equal("Stopping container main", await _fixture.UntilEventAsync(key, "Killing"));
    }

    [Fact]
    public async Task A_pod_with_a_finalizer_is_left_to_its_holder()
    {
        await _fixture.StartAsync();
        var key = await _fixture.CreatePodAsync(await _fixture.ScriptAsync(Forever));
        await _fixture.UntilReadyAsync(key);
        await _fixture.Store.UpdateAsync(
            key,
            pod =>
            {
                pod["metadata"]!["finalizers"] = new System.Text.Json.Nodes.JsonArray("example/hold");
                return pod;
            }
        );

        await _fixture.DeletePodAsync(key, graceSeconds: 5);

        var ended = await _fixture.UntilAsync(key, it => it.Int("metadata", "deletionGracePeriodSeconds") == 0);
        Assert.NotNull(Container(ended).At("state", "terminated"));
    }

    [Fact]
    public async Task The_process_of_a_removed_pod_is_killed()
    {
        await _fixture.StartAsync();
        var key = await _fixture.CreatePodAsync(
            await _fixture.ScriptAsync("trap '' TERM; echo $$; while :; do sleep 0.02; done")
        );
        await _fixture.UntilReadyAsync(key);
        var pid = int.Parse(await _fixture.UntilLogAsync(key, log => log.EndsWith('\n')));

        await _fixture.Store.DeleteAsync(key);

        SpinWait.SpinUntil(() => !Directory.Exists($"/proc/{pid}"), TimeSpan.FromSeconds(20));
        Assert.False(Directory.Exists($"/proc/{pid}"));
    }

    [Fact]
    public async Task Pods_of_other_nodes_are_left_alone()
    {
        await _fixture.StartAsync();
        var image = await _fixture.ScriptAsync(Forever);
        var foreign = await _fixture.CreatePodAsync(image, podFields: """{"nodeName":"elsewhere"}""");

        await _fixture.UntilReadyAsync(await _fixture.CreatePodAsync(image));

        Assert.Null(_fixture.Store.Find(foreign)!.Content["status"]);
    }

    [Fact]
    public async Task Two_pods_listen_on_the_same_port()
    {
        await _fixture.StartAsync();
        var image = await _fixture.ScriptAsync(Forever);

        var pods = await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(async _ => await _fixture.UntilReadyAsync(await _fixture.CreatePodAsync(image)))
        );

        var sockets = pods.Select(pod => Listen(pod, 8080)).ToList();
        Assert.Equal(2, sockets.Select(socket => socket.LocalEndPoint).Distinct().Count());
        sockets.ForEach(socket => socket.Dispose());
    }
}
