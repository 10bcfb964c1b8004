using System.Net;
using k8s;
using k8s.Autorest;
using k8s.Models;

namespace KubernetesClient.Tests.Requests;

public class AnswerTests
{
    [Fact]
    public async Task An_answer_becomes_an_object()
    {
        using var client = new StubServer(
            """{"kind":"PodList","metadata":{"resourceVersion":"12","continue":"c"},"items":[{"metadata":{"name":"p-1","namespace":"staging"},"status":{"podIP":"127.0.0.9","containerStatuses":[{"name":"app","ready":true,"restartCount":2}]}}]}"""
        ).Client();

        var pods = await client.CoreV1.ListNamespacedPodAsync("staging");

        var pod = Assert.Single(pods.Items);
        Assert.Equal(
            ("p-1", "staging", "127.0.0.9"),
            (pod.Metadata.Name, pod.Metadata.NamespaceProperty, pod.Status.PodIP)
        );
        Assert.Equal(2, pod.Status.ContainerStatuses[0].RestartCount);
        Assert.Equal(("12", "c"), (pods.Metadata.ResourceVersion, pods.Metadata.ContinueProperty));
    }

    [Fact]
    public async Task A_stream_is_handed_out_as_it_is()
    {
        using var client = new StubServer("up 1\n").Client();

        await using var stream = await client.CoreV1.ConnectGetNamespacedPodProxyWithPathAsync(
            "p:8080",
            "staging",
            "metrics"
        );

        Assert.Equal("up 1\n", await new StreamReader(stream).ReadToEndAsync());
    }

    [Fact]
    public async Task A_refusal_carries_the_request_and_the_answer()
    {
        using var client = new StubServer(
            """{"kind":"Status","reason":"Invalid"}""",
            HttpStatusCode.UnprocessableEntity
        ).Client();

        var refusal = await Assert.ThrowsAsync<HttpOperationException>(() =>
            client.CoreV1.CreateNamespacedConfigMapAsync(new V1ConfigMap { Kind = "ConfigMap" }, "staging")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refusal.Response.StatusCode);
        Assert.Equal("""{"kind":"Status","reason":"Invalid"}""", refusal.Response.Content);
        Assert.Equal(["7"], refusal.Response.Headers["retry-after"]);
        Assert.Equal(HttpMethod.Post, refusal.Request.Method);
        Assert.Equal("/api/v1/namespaces/staging/configmaps", refusal.Request.RequestUri.AbsolutePath);
        Assert.Equal("""{"kind":"ConfigMap"}""", refusal.Request.Content);
        Assert.Contains("UnprocessableEntity", refusal.Message);
    }

    [Fact]
    public async Task A_deletion_that_has_only_begun_answers_with_the_object()
    {
        using var client = new StubServer(
            """{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d","resourceVersion":"3"},"status":{"replicas":1}}"""
        ).Client();

        var status = await client.AppsV1.DeleteNamespacedDeploymentAsync(
            "d",
            "staging",
            propagationPolicy: "Foreground"
        );

        Assert.Equal(("Deployment", "3", null), (status.Kind, status.Metadata.ResourceVersion, status.Status));
    }

    [Fact]
    public async Task A_deletion_answers_with_its_status()
    {
        using var client = new StubServer(
            """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Success","code":200,"details":{"name":"c","causes":[{"field":"f"}]}}"""
        ).Client();

        var status = await client.CoreV1.DeleteNamespacedConfigMapAsync("c", "staging");

        Assert.Equal(("Success", 200, "f"), (status.Status, status.Code, status.Details.Causes[0].Field));
    }

    [Fact]
    public async Task Options_of_a_deletion_are_its_body()
    {
        var server = new StubServer();
        using var client = server.Client();
        var options = new V1DeleteOptions { Preconditions = new V1Preconditions { ResourceVersion = "5" } };

        await client.CoreV1.DeleteNamespacedPodAsync("p", "staging", options);

        Assert.Equal("""{"preconditions":{"resourceVersion":"5"}}""", server.Body);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_is_given_up()
    {
        var configuration = new KubernetesClientConfiguration
        {
            Host = "https://cluster.example",
            HttpClientTimeout = TimeSpan.FromMilliseconds(1),
        };
        using var client = new Kubernetes(configuration, new SilentServer());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.CoreV1.ListNamespaceAsync());
    }

    private sealed class SilentServer : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var never = new TaskCompletionSource<HttpResponseMessage>();
            return await never.Task.WaitAsync(cancellationToken);
        }
    }
}
