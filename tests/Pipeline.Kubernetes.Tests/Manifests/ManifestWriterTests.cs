using Pipeline.Kubernetes.Manifests;

namespace Pipeline.Kubernetes.Tests.Manifests;

public class ManifestWriterTests
{
    public static TheoryData<string> Paths => [.. ManifestWriter.Files(TestDelivery.Service).Keys];

    [Fact]
    public void Every_environment_has_one_file_per_kind() =>
        Assert.Equal(
            ["configuration.yaml", "deployment.yaml", "role.yaml", "route.yaml", "service.yaml"],
            ManifestWriter
                .Files(TestDelivery.Service)
                .Keys.Where(path => path.StartsWith("staging/"))
                .Select(Path.GetFileName)
        );

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_file_is_as_it_was_reviewed(string path) =>
        Snapshot.Matches(path, ManifestWriter.Files(TestDelivery.Service)[path]);

    [Fact]
    public void Lines_end_in_a_line_feed_and_nothing_trails_them() =>
        Assert.All(
            ManifestWriter.Files(TestDelivery.Service).Values,
            text =>
            {
                Assert.DoesNotContain('\r', text);
                Assert.DoesNotContain(" \n", text);
                Assert.EndsWith("\n", text);
            }
        );
}
