using FsCheck;
using FsCheck.Fluent;
using k8s.Models;
using Pipeline.Kubernetes.Manifests;
using YamlDotNet.RepresentationModel;

namespace Pipeline.Kubernetes.Tests.Manifests;

public class ManifestYamlTests
{
    [Theory]
    [InlineData("warn", "warn")]
    [InlineData("app.kubernetes.io/name", "app.kubernetes.io/name")]
    [InlineData("on", "\"on\"")]
    [InlineData("No", "\"No\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("~", "\"~\"")]
    [InlineData("12", "\"12\"")]
    [InlineData("1e3", "\"1e3\"")]
    [InlineData("0x1F", "\"0x1F\"")]
    [InlineData("25%", "\"25%\"")]
    [InlineData("2026-01-02", "\"2026-01-02\"")]
    [InlineData("", "\"\"")]
    [InlineData("a: b", "\"a: b\"")]
    [InlineData("a #b", "\"a #b\"")]
    [InlineData("- a", "\"- a\"")]
    [InlineData("a\nb\t\"c\"\\", "\"a\\nb\\u0009\\\"c\\\"\\\\\"")]
    public void A_text_is_quoted_when_a_reader_could_mistake_it(string value, string written)
    {
        var yaml = ManifestYaml.Of(Configuration(value));

        Assert.Equal($"data:\n  key: {written}\n", yaml);
    }

    [Fact]
    public void Every_text_is_read_back_as_it_was() =>
        // JSON, from which the document is made, holds no half of a surrogate pair.
        Prop.ForAll<string>(value => IsReadBack(string.Concat((value ?? "").Where(each => !char.IsSurrogate(each)))))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Identity_comes_first_and_the_rest_in_alphabetical_order()
    {
        var deployment = new V1ServiceAccount
        {
            AutomountServiceAccountToken = false,
            Kind = "ServiceAccount",
            ApiVersion = "v1",
            Metadata = new V1ObjectMeta
            {
                Labels = new Dictionary<string, string> { ["b"] = "two", ["a"] = "one" },
                Name = "deployer",
            },
        };

        Assert.Equal(
            "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: deployer\n  labels:\n    a: one\n    b: two\n"
                + "automountServiceAccountToken: false\n",
            ManifestYaml.Of(deployment)
        );
    }

    [Fact]
    public void What_is_empty_is_written_in_one_line()
    {
        var service = new V1ServiceSpec { Selector = new Dictionary<string, string>(), Ports = [new V1ServicePort()] };
        var capabilities = new V1Capabilities { Drop = [] };

        Assert.Equal("ports:\n- port: 0\nselector: {}\n", ManifestYaml.Of(service));
        Assert.Equal("drop: []\n", ManifestYaml.Of(capabilities));
    }

    private static bool IsReadBack(string text)
    {
        var document = new YamlStream();
        document.Load(new StringReader(ManifestYaml.Of(Configuration(text))));
        return (string?)document.Documents[0].RootNode["data"]["key"] == text;
    }

    private static V1ConfigMap Configuration(string value) =>
        new() { Data = new Dictionary<string, string> { ["key"] = value } };
}
