using k8s;
using k8s.Models;

namespace KubernetesClient.Tests.Operations;

public class PatchTests
{
    [Theory]
    [InlineData(V1Patch.PatchType.JsonPatch, "application/json-patch+json; charset=utf-8")]
    [InlineData(V1Patch.PatchType.MergePatch, "application/merge-patch+json; charset=utf-8")]
    [InlineData(V1Patch.PatchType.StrategicMergePatch, "application/strategic-merge-patch+json; charset=utf-8")]
    [InlineData(V1Patch.PatchType.ApplyPatch, "application/apply-patch+yaml; charset=utf-8")]
    public async Task The_form_of_a_patch_is_its_content_type(V1Patch.PatchType form, string contentType)
    {
        var server = new StubServer();
        using var client = server.Client();

        await client.AppsV1.PatchNamespacedDeploymentAsync(new V1Patch("{}", form), "d", "staging");

        Assert.Equal(contentType, server.ContentType);
    }

    [Fact]
    public async Task A_patch_that_is_text_is_sent_as_it_is()
    {
        var server = new StubServer();
        using var client = server.Client();
        var patch = new V1Patch("""[{"op":"test","path":"/a","value":"ä+"}]""", V1Patch.PatchType.JsonPatch);

        await client.CoreV1.PatchNamespacedConfigMapAsync(patch, "c", "staging");

        Assert.Equal("""[{"op":"test","path":"/a","value":"ä+"}]""", server.Body);
    }

    [Fact]
    public async Task A_patch_that_is_an_object_is_sent_as_JSON()
    {
        var server = new StubServer();
        using var client = server.Client();
        var body = new V1ConfigMap { Data = new Dictionary<string, string> { ["Key"] = "value" } };

        await client.CoreV1.PatchNamespacedConfigMapAsync(
            new V1Patch(body, V1Patch.PatchType.MergePatch),
            "c",
            "staging"
        );

        Assert.Equal("""{"data":{"Key":"value"}}""", server.Body);
    }

    [Fact]
    public void A_patch_without_a_form_is_refused() =>
        Assert.Throws<ArgumentException>(() => new V1Patch("{}", V1Patch.PatchType.Unknown));

    [Fact]
    public async Task A_custom_object_is_patched_with_a_patch_and_with_nothing_else()
    {
        using var client = new StubServer().Client();

        var problem = await Assert.ThrowsAsync<ArgumentException>(() =>
            client.CustomObjects.PatchNamespacedCustomObjectAsync<object>(
                "{}",
                "example.org",
                "v1",
                "staging",
                "things",
                "t"
            )
        );

        Assert.Contains("V1Patch", problem.Message);
    }
}
