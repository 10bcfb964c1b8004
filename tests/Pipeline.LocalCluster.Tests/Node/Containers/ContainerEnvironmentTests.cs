using System.Text;
using System.Text.Json.Nodes;
using Pipeline.LocalCluster.Node.Containers;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Tests.Node.Containers;

public sealed class ContainerEnvironmentTests
{
    private const string Pod = """
        {"metadata":{"name":"web-1","namespace":"shop","uid":"u1","labels":{"app.kubernetes.io/name":"web"},
                     "annotations":{"pipeline.build/revision":"7"}},
         "spec":{"serviceAccountName":"robot"}}
        """;

    private readonly Dictionary<ResourceKey, JsonObject> _objects = new()
    {
        [GroupResource.ConfigMaps.Key("shop", "config")] = Parse("""{"data":{"LEVEL":"debug","MODE":"fast"}}"""),
        [GroupResource.Secrets.Key("shop", "secret")] = Parse("""{"data":{"PASSWORD":"c2VzYW1l"}}"""),
    };

    [Fact]
    public void Later_sources_override_earlier_ones()
    {
        var variables = Resolve(
            """
            {"envFrom":[{"configMapRef":{"name":"config"}}],"env":[{"name":"LEVEL","value":"info"}]}
            """,
            image: ["LEVEL=image", "IMAGE=yes=really"]
        );

        Assert.Equal("info", variables["LEVEL"]);
        Assert.Equal("fast", variables["MODE"]);
        Assert.Equal("yes=really", variables["IMAGE"]);
        Assert.Equal("/host/bin", variables["PATH"]);
    }

    [Fact]
    public void Values_refer_to_variables_before_them()
    {
        var variables = Resolve(
            """
            {"env":[{"name":"POD_IP","valueFrom":{"fieldRef":{"fieldPath":"status.podIP"}}},
                    {"name":"URLS","value":"http://$(POD_IP):8080 $(LATER)"},{"name":"LATER","value":"x"}]}
            """
        );

        Assert.Equal("http://127.1.0.2:8080 $(LATER)", variables["URLS"]);
    }

    [Theory]
    [InlineData("metadata.name", "web-1")]
    [InlineData("metadata.namespace", "shop")]
    [InlineData("metadata.uid", "u1")]
    [InlineData("metadata.labels['app.kubernetes.io/name']", "web")]
    [InlineData("metadata.annotations['pipeline.build/revision']", "7")]
    [InlineData("metadata.labels['missing']", "")]
    [InlineData("spec.serviceAccountName", "robot")]
    [InlineData("status.podIP", "127.1.0.2")]
    public void Fields_of_the_pod_are_read(string path, string value)
    {
        var variables = Resolve(
            $$$$"""{"env":[{"name":"FIELD","valueFrom":{"fieldRef":{"fieldPath":"{{{{path}}}}"}}}]}"""
        );

        Assert.Equal(value, variables["FIELD"]);
    }

    [Fact]
    public void Keys_of_ConfigMaps_and_Secrets_are_read()
    {
        var variables = Resolve(
            """
            {"env":[{"name":"A","valueFrom":{"configMapKeyRef":{"name":"config","key":"LEVEL"}}},
                    {"name":"B","valueFrom":{"secretKeyRef":{"name":"secret","key":"PASSWORD"}}}]}
            """
        );

        Assert.Equal(("debug", "sesame"), (variables["A"], variables["B"]));
    }

    [Fact]
    public void A_group_may_have_a_prefix()
    {
        var variables = Resolve("""{"envFrom":[{"prefix":"DB_","secretRef":{"name":"secret"}}]}""");

        Assert.Equal("sesame", variables["DB_PASSWORD"]);
    }

    [Theory]
    [InlineData("""{"envFrom":[{"configMapRef":{"name":"none"}}]}""", "configmaps \"none\" not found")]
    [InlineData("""{"envFrom":[{"secretRef":{"name":"none"}}]}""", "secrets \"none\" not found")]
    [InlineData(
        """{"env":[{"name":"A","valueFrom":{"configMapKeyRef":{"name":"config","key":"NONE"}}}]}""",
        "couldn't find key NONE in configmaps \"config\""
    )]
    [InlineData(
        """{"env":[{"name":"A","valueFrom":{"fieldRef":{"fieldPath":"status.none"}}}]}""",
        "fieldRef status.none: the pod has no such field"
    )]
    public void What_is_missing_is_named(string container, string message)
    {
        var error = Assert.Throws<ContainerConfigException>(() => Resolve(container));

        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("""{"envFrom":[{"configMapRef":{"name":"none","optional":true}}]}""")]
    [InlineData("""{"envFrom":[{"secretRef":{"name":"none","optional":true}}]}""")]
    [InlineData(
        """{"env":[{"name":"A","valueFrom":{"configMapKeyRef":{"name":"config","key":"NONE","optional":true}}}]}"""
    )]
    [InlineData("""{"env":[{"name":"A","valueFrom":{"secretKeyRef":{"name":"none","key":"NONE","optional":true}}}]}""")]
    public void What_is_optional_may_be_missing(string container)
    {
        Assert.Equal(["PATH"], Resolve(container).Keys);
    }

    private IReadOnlyDictionary<string, string> Resolve(string container, params string[] image)
    {
        var pod = new StoredObject(GroupResource.Pods.Key("shop", "web-1"), 1, Encoding.UTF8.GetBytes(Pod));
        var known = new Dictionary<string, string> { ["status.podIP"] = "127.1.0.2" };
        return new ContainerEnvironment(pod, known, key => _objects.GetValueOrDefault(key)).Resolve(
            [KeyValuePair.Create("PATH", "/host/bin")],
            image,
            EnvironmentSource.Read(Parse(container))
        );
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
