using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Kinds;
using Pipeline.LocalCluster.Patching;
using Pipeline.LocalCluster.Resources;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Tests.Rules;

public sealed class ValidationTests : IAsyncLifetime
{
    private const string Digest = "registry.example/web@sha256:0";

    private readonly TemporaryDirectory _directory = new();
    private readonly ResourceStore _store;
    private readonly ResourceOperations _operations;

    public ValidationTests()
    {
        _store = ResourceStore.Open(_directory.Path, TimeProvider.System);
        _operations = new ResourceOperations(_store, TimeProvider.System);
    }

    public Task InitializeAsync() => CreateAsync("Namespace", """{"metadata":{"name":"ns"}}""");

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        _directory.Dispose();
    }

    [Theory]
    [InlineData("""{"containers":[]}""", "spec.containers: Required value")]
    [InlineData("""{"containers":[{"name":"a"}]}""", "spec.containers[0].image: Required value")]
    [InlineData("""{"containers":[{"name":"A","image":"x"}]}""", "spec.containers[0].name: Invalid value: \"A\"")]
    [InlineData(
        """{"containers":[{"name":"a","image":"x"},{"name":"a","image":"x"}]}""",
        "spec.containers[1].name: Duplicate value: \"a\""
    )]
    [InlineData(
        """{"initContainers":[{"name":"i","image":"x"}],"containers":[{"name":"a","image":"x"}]}""",
        "spec.initContainers: Forbidden: the embedded cluster runs ordinary containers only"
    )]
    [InlineData(
        """{"volumes":[{"name":"v","configMap":{"name":"c"}}],"containers":[{"name":"a","image":"x"}]}""",
        "spec.volumes[0].configMap: Forbidden: the embedded cluster has emptyDir volumes only"
    )]
    [InlineData(
        """{"containers":[{"name":"a","image":"x","volumeMounts":[{"name":"v","mountPath":"/v"}]}]}""",
        "spec.containers[0].volumeMounts[0].name: Not found: \"v\""
    )]
    [InlineData(
        """{"containers":[{"name":"a","image":"x","livenessProbe":{"exec":{"command":["true"]}}}]}""",
        "spec.containers[0].livenessProbe.exec: Forbidden: the embedded cluster probes by httpGet and tcpSocket"
    )]
    [InlineData(
        """{"containers":[{"name":"a","image":"x","livenessProbe":{}}]}""",
        "spec.containers[0].livenessProbe: Required value: must specify a handler type"
    )]
    [InlineData(
        """{"containers":[{"name":"a","image":"x","livenessProbe":{"tcpSocket":{"port":1},"httpGet":{"port":1}}}]}""",
        "spec.containers[0].livenessProbe: Forbidden: may not specify more than 1 handler type"
    )]
    [InlineData(
        """{"containers":[{"name":"a","image":"x","readinessProbe":{"tcpSocket":{"port":70000}}}]}""",
        "spec.containers[0].readinessProbe.tcpSocket.port: Invalid value: 70000: must be between 1 and 65535, inclusive"
    )]
    [InlineData(
        """{"containers":[{"name":"a","image":"x","ports":[{"containerPort":0}]}]}""",
        "spec.containers[0].ports[0].containerPort: Invalid value: 0: must be between 1 and 65535, inclusive"
    )]
    [InlineData(
        """{"containers":[{"name":"a","image":"x","lifecycle":{"preStop":{"sleep":{"seconds":1}}}}]}""",
        "spec.containers[0].lifecycle: Forbidden: the embedded cluster runs no hooks"
    )]
    [InlineData(
        """{"containers":[{"name":"a","image":"x","env":[{"name":"E","value":"1","valueFrom":{"fieldRef":{"fieldPath":"x"}}}]}]}""",
        "spec.containers[0].env[0].valueFrom: Invalid value: \"\": may not be specified when `value` is not empty"
    )]
    [InlineData(
        """{"containers":[{"name":"a","image":"x","env":[{"name":"E","valueFrom":{}}]}]}""",
        "spec.containers[0].env[0].valueFrom: Invalid value: \"\": must specify exactly one source"
    )]
    [InlineData(
        """{"containers":[{"name":"a","image":"x","env":[{"name":"E","valueFrom":{"resourceFieldRef":{"resource":"limits.cpu"}}}]}]}""",
        "spec.containers[0].env[0].valueFrom.resourceFieldRef: Forbidden: the embedded cluster does not have it"
    )]
    [InlineData(
        """{"restartPolicy":"Sometimes","containers":[{"name":"a","image":"x"}]}""",
        "spec.restartPolicy: Unsupported value: \"Sometimes\": supported values: \"Always\", \"OnFailure\", \"Never\""
    )]
    public Task A_pod_that_cannot_run_is_refused(string spec, string problem) =>
        RefusesAsync("Pod", $$$"""{"metadata":{"name":"a"},"spec":{{{spec}}}}""", problem);

    [Theory]
    [InlineData("\"selector\":{}", "spec.selector: Invalid value: {}: empty selector is invalid")]
    [InlineData(
        "\"strategy\":{\"type\":\"Recreate\",\"rollingUpdate\":{\"maxSurge\":1}}",
        "spec.strategy.rollingUpdate: Forbidden: may not be specified when strategy `type` is 'Recreate'"
    )]
    [InlineData(
        "\"strategy\":{\"rollingUpdate\":{\"maxSurge\":0,\"maxUnavailable\":0}}",
        "spec.strategy.rollingUpdate.maxUnavailable: Invalid value: 0: may not be 0 when `maxSurge` is 0"
    )]
    [InlineData(
        "\"strategy\":{\"rollingUpdate\":{\"maxSurge\":\"some\"}}",
        "spec.strategy.rollingUpdate.maxSurge: Invalid value: \"some\": must be a number or a percentage of at least 0"
    )]
    [InlineData(
        "\"minReadySeconds\":10,\"progressDeadlineSeconds\":10",
        "spec.progressDeadlineSeconds: Invalid value: 10: must be greater than minReadySeconds"
    )]
    public Task A_deployment_that_cannot_roll_is_refused(string fields, string problem)
    {
        var deployment = JsonNode.Parse(Deployment())!.AsObject();
        foreach (var (name, value) in JsonNode.Parse($"{{{fields}}}")!.AsObject())
            deployment["spec"]![name] = value?.DeepClone();
        return RefusesAsync("Deployment", deployment.ToJsonString(), problem);
    }

    [Theory]
    [InlineData(
        """{"type":"NodePort"}""",
        "spec.type: Unsupported value: \"NodePort\": supported values: \"ClusterIP\""
    )]
    [InlineData("""{"clusterIP":"10.0.0.1"}""", "spec.clusterIP: Unsupported value: \"10.0.0.1\"")]
    [InlineData("""{"ports":[{"port":0}]}""", "spec.ports[0].port: Invalid value: 0")]
    [InlineData("""{"ports":[{"port":1},{"port":2}]}""", "spec.ports[0].name: Required value")]
    [InlineData(
        """{"ports":[{"name":"a","port":1},{"name":"a","port":2}]}""",
        "spec.ports[1].name: Duplicate value: \"a\""
    )]
    public Task A_service_that_cannot_be_served_is_refused(string spec, string problem) =>
        RefusesAsync("Service", $$$"""{"metadata":{"name":"a"},"spec":{{{spec}}}}""", problem);

    [Theory]
    [InlineData(
        "Service",
        """{"metadata":{"name":"1a"},"spec":{}}""",
        "metadata.name: Invalid value: \"1a\": a DNS-1035"
    )]
    [InlineData(
        "Namespace",
        """{"metadata":{"name":"a.b"}}""",
        "metadata.name: Invalid value: \"a.b\": a lowercase RFC 1123 label"
    )]
    [InlineData(
        "Role",
        """{"metadata":{"name":"a"},"rules":[{"resources":["x"]}]}""",
        "rules[0].verbs: Required value"
    )]
    [InlineData(
        "PodDisruptionBudget",
        """{"metadata":{"name":"a"},"spec":{"minAvailable":1,"maxUnavailable":1}}""",
        "minAvailable and maxUnavailable cannot be both set"
    )]
    [InlineData(
        "HorizontalPodAutoscaler",
        """{"metadata":{"name":"a"},"spec":{"minReplicas":3,"maxReplicas":2,"scaleTargetRef":{"kind":"Deployment","name":"x"}}}""",
        "spec.maxReplicas: Invalid value: 2: must be greater than or equal to `minReplicas`"
    )]
    [InlineData(
        "HTTPRoute",
        """{"metadata":{"name":"a"},"spec":{"rules":[{"backendRefs":[{"name":"x","port":1,"weight":-1}]}]}}""",
        "spec.rules[0].backendRefs[0].weight: Invalid value: -1"
    )]
    [InlineData(
        "HTTPRoute",
        """{"metadata":{"name":"a"},"spec":{"rules":[{"backendRefs":[{"name":"x"}]}]}}""",
        "spec.rules[0].backendRefs[0].port: Required value: must have port for Service reference"
    )]
    [InlineData(
        "CustomResourceDefinition",
        """{"metadata":{"name":"b"},"spec":{"group":"x.io","scope":"Cluster","versions":[],"names":{"kind":"A","plural":"as"}}}""",
        "the embedded cluster has no as.x.io"
    )]
    [InlineData(
        "ConfigMap",
        """{"metadata":{"name":"a","ownerReferences":[{"apiVersion":"v1","kind":"Pod","name":"x","uid":"1","controller":true},{"apiVersion":"v1","kind":"Pod","name":"y","uid":"2","controller":true}]}}""",
        "Only one reference can have Controller set to true"
    )]
    public Task An_invalid_object_is_refused(string kind, string content, string problem) =>
        RefusesAsync(kind, content, problem);

    [Fact]
    public async Task A_config_map_over_one_mebibyte_is_refused()
    {
        var value = new string('x', 1024 * 1024 + 1);

        await RefusesAsync(
            "ConfigMap",
            $$$"""{"metadata":{"name":"a"},"data":{"k":"{{{value}}}"}}""",
            "data: Too long"
        );
    }

    [Theory]
    [InlineData(
        "Deployment",
        """{"spec":{"selector":{"matchLabels":{"app":"other"}},"template":{"metadata":{"labels":{"app":"other"}}}}}""",
        "spec.selector: Invalid value"
    )]
    [InlineData(
        "ReplicaSet",
        """{"spec":{"selector":{"matchLabels":{"app":"other"}},"template":{"metadata":{"labels":{"app":"other"}}}}}""",
        "spec.selector: Invalid value"
    )]
    [InlineData("Job", """{"spec":{"completions":5}}""", "spec.completions: Invalid value: 5: field is immutable")]
    [InlineData(
        "Pod",
        """{"spec":{"nodeName":"other"}}""",
        "spec: Forbidden: pod updates may not change fields other than"
    )]
    [InlineData("Secret", """{"type":"Other"}""", "type: Invalid value: \"Other\": field is immutable")]
    [InlineData("RoleBinding", """{"roleRef":{"name":"other"}}""", "roleRef: Invalid value")]
    public async Task What_is_immutable_stays(string kind, string change, string problem)
    {
        const string pod = $$$"""{"containers":[{"name":"main","image":"{{{Digest}}}"}]}""";
        await CreateAsync(
            kind,
            kind switch
            {
                "Deployment" or "ReplicaSet" => Deployment(),
                "Pod" => """{"metadata":{"name":"a"},"spec":POD}""".Replace("POD", pod, StringComparison.Ordinal),
                "Job" => """{"metadata":{"name":"a"},"spec":{"template":{"spec":POD}}}""".Replace(
                    "POD",
                    pod,
                    StringComparison.Ordinal
                ),
                "RoleBinding" => """{"metadata":{"name":"a"},"roleRef":{"apiGroup":"g","kind":"Role","name":"x"}}""",
                _ => """{"metadata":{"name":"a"}}""",
            }
        );

        var refusal = await Assert.ThrowsAsync<RefusalException>(() =>
            _operations.UpdateAsync(
                Kind(kind),
                "ns",
                "a",
                content => MergePatch.Apply(content, JsonNode.Parse(change)!.AsObject()),
                new WriteOptions("test")
            )
        );

        Assert.Equal(422, refusal.Code);
        Assert.Contains(problem, refusal.Message);
    }

    private static string Deployment() =>
        $$$$$"""
            {"metadata":{"name":"a"},"spec":{"selector":{"matchLabels":{"app":"a"}},"template":{
            "metadata":{"labels":{"app":"a"}},"spec":{"containers":[{"name":"main","image":"{{{{{Digest}}}}}"}]}}}}
            """;

    private async Task RefusesAsync(string kind, string content, string problem)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => CreateAsync(kind, content));

        Assert.Equal((422, "Invalid"), (refusal.Code, refusal.Reason));
        Assert.Contains(problem, refusal.Message);
    }

    private Task CreateAsync(string kind, string content) =>
        _operations.CreateAsync(Kind(kind), "ns", JsonNode.Parse(content)!.AsObject(), new WriteOptions("test"));

    private static ResourceKind Kind(string kind) => KindTable.All.Single(candidate => candidate.Kind == kind);
}
