using System.Text;
using System.Text.Json;
using Pipeline.Images.Documents;

namespace Pipeline.Images.Tests.Documents;

public class OciJsonTests
{
    [Fact]
    public void A_manifest_is_written_as_the_specification_shows_it()
    {
        var descriptor = new Descriptor
        {
            MediaType = MediaTypes.LayerTarGzip,
            Digest = Digest.Of([]),
            Size = 0,
        };
        var manifest = new ImageManifest
        {
            SchemaVersion = 2,
            MediaType = MediaTypes.Manifest,
            Config = descriptor with { MediaType = MediaTypes.Config },
            Layers = [descriptor],
        };

        var json = Encoding.UTF8.GetString(OciJson.Write(manifest, OciJson.Manifest));

        Assert.Equal(
            $$"""
            {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"{{Digest.Of(
                []
            )}}","size":0},"layers":[{"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip","digest":"{{Digest.Of(
                []
            )}}","size":0}]}
            """,
            json
        );
    }

    [Fact]
    public void A_configuration_survives_its_text()
    {
        const string Text = """
            {"created":"2026-01-02T03:04:05+00:00","architecture":"amd64","os":"linux","config":{"User":"65532:65532","ExposedPorts":{"8080/tcp":{}},"Env":["A=b"],"Entrypoint":["/app/UserService"],"Volumes":{"/data":{}},"WorkingDir":"/app","Labels":{"x":"y"},"StopSignal":"SIGTERM"},"rootfs":{"type":"layers","diff_ids":["sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"]},"history":[{"created":"2026-01-02T03:04:05+00:00","created_by":"pipeline","empty_layer":true}]}
            """;

        var config = JsonSerializer.Deserialize(Text, OciJson.Config)!;

        Assert.Equal(["8080/tcp"], config.Config?.ExposedPorts);
        Assert.Equal(Text, Encoding.UTF8.GetString(OciJson.Write(config, OciJson.Config)));
    }

    [Theory]
    [InlineData("""{"schemaVersion":2,"manifests":[{"mediaType":"m","digest":"sha256:zz","size":1}]}""")]
    [InlineData("""{"schemaVersion":2,"manifests":[{"mediaType":"m","digest":7,"size":1}]}""")]
    [InlineData("""{"schemaVersion":2}""")]
    public void An_index_with_a_bad_or_missing_part_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, OciJson.Index));

    [Fact]
    public void Ports_that_are_no_set_are_refused() =>
        Assert.Throws<JsonException>(() =>
            JsonSerializer.Deserialize(
                """{"architecture":"amd64","os":"linux","rootfs":{"type":"layers","diff_ids":[]},"config":{"ExposedPorts":[]}}""",
                OciJson.Config
            )
        );
}
