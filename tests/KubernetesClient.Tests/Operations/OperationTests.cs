using k8s;
using k8s.Models;

namespace KubernetesClient.Tests.Operations;

public class OperationTests
{
    private static readonly V1Patch AnyPatch = new("{}", V1Patch.PatchType.MergePatch);

    public static TheoryData<string, Func<IKubernetes, Task>> Requests =>
        new()
        {
            { "GET api/v1/namespaces", c => c.CoreV1.ListNamespaceAsync() },
            { "GET api/v1/namespaces/staging", c => c.CoreV1.ReadNamespaceAsync("staging") },
            { "POST api/v1/namespaces", c => c.CoreV1.CreateNamespaceAsync(new V1Namespace()) },
            { "GET api/v1/namespaces/staging/pods", c => c.CoreV1.ListNamespacedPodAsync("staging") },
            { "GET api/v1/namespaces/staging/pods/p-1", c => c.CoreV1.ReadNamespacedPodAsync("p-1", "staging") },
            { "DELETE api/v1/namespaces/staging/pods/p-1", c => c.CoreV1.DeleteNamespacedPodAsync("p-1", "staging") },
            {
                "GET api/v1/namespaces/staging/pods/p-1/log?tailLines=20&timestamps=true",
                c => c.CoreV1.ReadNamespacedPodLogAsync("p-1", "staging", tailLines: 20, timestamps: true)
            },
            {
                "GET api/v1/namespaces/staging/pods/p-1%3A8080/proxy/metrics",
                c => c.CoreV1.ConnectGetNamespacedPodProxyWithPathAsync("p-1:8080", "staging", "metrics")
            },
            {
                "GET api/v1/namespaces/staging/services/front%3A8080/proxy/users/7",
                c => c.CoreV1.ConnectGetNamespacedServiceProxyWithPathAsync("front:8080", "staging", "users/7")
            },
            { "GET api/v1/namespaces/staging/services", c => c.CoreV1.ListNamespacedServiceAsync("staging") },
            {
                "GET api/v1/namespaces/staging/services/front",
                c => c.CoreV1.ReadNamespacedServiceAsync("front", "staging")
            },
            {
                "POST api/v1/namespaces/staging/services",
                c => c.CoreV1.CreateNamespacedServiceAsync(new V1Service(), "staging")
            },
            {
                "PATCH api/v1/namespaces/staging/services/front?fieldManager=pipeline&force=true",
                c =>
                    c.CoreV1.PatchNamespacedServiceAsync(
                        AnyPatch,
                        "front",
                        "staging",
                        fieldManager: "pipeline",
                        force: true
                    )
            },
            {
                "DELETE api/v1/namespaces/staging/services/front",
                c => c.CoreV1.DeleteNamespacedServiceAsync("front", "staging")
            },
            { "GET api/v1/namespaces/staging/configmaps", c => c.CoreV1.ListNamespacedConfigMapAsync("staging") },
            {
                "GET api/v1/namespaces/staging/configmaps/c",
                c => c.CoreV1.ReadNamespacedConfigMapAsync("c", "staging")
            },
            {
                "POST api/v1/namespaces/staging/configmaps",
                c => c.CoreV1.CreateNamespacedConfigMapAsync(new V1ConfigMap(), "staging")
            },
            {
                "PUT api/v1/namespaces/staging/configmaps/c",
                c => c.CoreV1.ReplaceNamespacedConfigMapAsync(new V1ConfigMap(), "c", "staging")
            },
            {
                "PATCH api/v1/namespaces/staging/configmaps/c",
                c => c.CoreV1.PatchNamespacedConfigMapAsync(AnyPatch, "c", "staging")
            },
            {
                "DELETE api/v1/namespaces/staging/configmaps/c",
                c => c.CoreV1.DeleteNamespacedConfigMapAsync("c", "staging")
            },
            { "GET api/v1/namespaces/staging/secrets", c => c.CoreV1.ListNamespacedSecretAsync("staging") },
            { "GET api/v1/namespaces/staging/secrets/s", c => c.CoreV1.ReadNamespacedSecretAsync("s", "staging") },
            {
                "GET api/v1/namespaces/staging/events?fieldSelector=involvedObject.name%3Dp-1",
                c => c.CoreV1.ListNamespacedEventAsync("staging", fieldSelector: "involvedObject.name=p-1")
            },
            {
                "GET api/v1/namespaces/staging/resourcequotas",
                c => c.CoreV1.ListNamespacedResourceQuotaAsync("staging")
            },
            {
                "GET apis/apps/v1/namespaces/staging/deployments?continue=next&labelSelector=app%3Dx%2Ctrack%20in%20%28a%2Cb%29&limit=5",
                c =>
                    c.AppsV1.ListNamespacedDeploymentAsync(
                        "staging",
                        labelSelector: "app=x,track in (a,b)",
                        limit: 5,
                        continueParameter: "next"
                    )
            },
            {
                "GET apis/apps/v1/namespaces/staging/deployments/d",
                c => c.AppsV1.ReadNamespacedDeploymentAsync("d", "staging")
            },
            {
                "POST apis/apps/v1/namespaces/staging/deployments?dryRun=All",
                c => c.AppsV1.CreateNamespacedDeploymentAsync(new V1Deployment(), "staging", dryRun: "All")
            },
            {
                "PUT apis/apps/v1/namespaces/staging/deployments/d",
                c => c.AppsV1.ReplaceNamespacedDeploymentAsync(new V1Deployment(), "d", "staging")
            },
            {
                "PATCH apis/apps/v1/namespaces/staging/deployments/d",
                c => c.AppsV1.PatchNamespacedDeploymentAsync(AnyPatch, "d", "staging")
            },
            {
                "DELETE apis/apps/v1/namespaces/staging/deployments/d?gracePeriodSeconds=0&propagationPolicy=Foreground",
                c =>
                    c.AppsV1.DeleteNamespacedDeploymentAsync(
                        "d",
                        "staging",
                        gracePeriodSeconds: 0,
                        propagationPolicy: "Foreground"
                    )
            },
            {
                "GET apis/apps/v1/namespaces/staging/deployments/d/scale",
                c => c.AppsV1.ReadNamespacedDeploymentScaleAsync("d", "staging")
            },
            {
                "PATCH apis/apps/v1/namespaces/staging/deployments/d/scale",
                c => c.AppsV1.PatchNamespacedDeploymentScaleAsync(AnyPatch, "d", "staging")
            },
            {
                "GET apis/apps/v1/namespaces/staging/replicasets",
                c => c.AppsV1.ListNamespacedReplicaSetAsync("staging")
            },
            {
                "POST apis/coordination.k8s.io/v1/namespaces/staging/leases",
                c => c.CoordinationV1.CreateNamespacedLeaseAsync(new V1Lease(), "staging")
            },
            {
                "GET apis/coordination.k8s.io/v1/namespaces/staging/leases/l",
                c => c.CoordinationV1.ReadNamespacedLeaseAsync("l", "staging")
            },
            {
                "PUT apis/coordination.k8s.io/v1/namespaces/staging/leases/l",
                c => c.CoordinationV1.ReplaceNamespacedLeaseAsync(new V1Lease(), "l", "staging")
            },
            {
                "DELETE apis/coordination.k8s.io/v1/namespaces/staging/leases/l",
                c => c.CoordinationV1.DeleteNamespacedLeaseAsync("l", "staging")
            },
            {
                "GET apis/example.org/v1/namespaces/staging/things",
                c => c.CustomObjects.ListNamespacedCustomObjectAsync<Thing>("example.org", "v1", "staging", "things")
            },
            {
                "POST apis/example.org/v1/namespaces/staging/things",
                c =>
                    c.CustomObjects.CreateNamespacedCustomObjectAsync<Thing>(
                        new Thing("x"),
                        "example.org",
                        "v1",
                        "staging",
                        "things"
                    )
            },
            {
                "GET apis/example.org/v1/namespaces/staging/things/t",
                c =>
                    c.CustomObjects.GetNamespacedCustomObjectAsync<Thing>("example.org", "v1", "staging", "things", "t")
            },
            {
                "PATCH apis/example.org/v1/namespaces/staging/things/t?fieldManager=pipeline",
                c =>
                    c.CustomObjects.PatchNamespacedCustomObjectAsync<Thing>(
                        AnyPatch,
                        "example.org",
                        "v1",
                        "staging",
                        "things",
                        "t",
                        fieldManager: "pipeline"
                    )
            },
            {
                "DELETE apis/example.org/v1/namespaces/staging/things/t",
                c =>
                    c.CustomObjects.DeleteNamespacedCustomObjectAsync<Thing>(
                        "example.org",
                        "v1",
                        "staging",
                        "things",
                        "t"
                    )
            },
        };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task An_operation_is_the_request_that_the_API_documents(
        string expected,
        Func<IKubernetes, Task> operation
    )
    {
        var server = new StubServer();
        using var client = server.Client();

        await operation(client);

        Assert.Equal(expected, $"{server.Method} {server.Uri.Replace("https://cluster.example:6443/", "")}");
    }

    [Fact]
    public async Task A_name_with_a_slash_stays_one_segment_of_the_path()
    {
        var server = new StubServer();
        using var client = server.Client();

        await client.CoreV1.ReadNamespacedPodAsync("p/log", "staging");

        Assert.EndsWith("/pods/p%2Flog", server.Uri);
    }

    [Fact]
    public async Task A_namespaced_operation_needs_a_namespace()
    {
        using var client = new StubServer().Client();

        var problem = await Assert.ThrowsAsync<ArgumentException>(() => client.CoreV1.ListNamespacedPodAsync(""));

        Assert.Equal("namespaceParameter", problem.ParamName);
    }

    [Fact]
    public async Task The_path_of_a_server_behind_a_path_is_kept()
    {
        var server = new StubServer();
        using var client = server.Client(configuration => configuration.Host = "https://host.example/k8s/clusters/c-1");

        await client.CoreV1.ListNamespaceAsync();

        Assert.Equal("https://host.example/k8s/clusters/c-1/api/v1/namespaces", server.Uri);
    }

    private sealed record Thing(string Title);
}
