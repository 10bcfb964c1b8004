using Pipeline.Core.Environments;
using Pipeline.Kubernetes.Manifests;

namespace Pipeline.Kubernetes.Tests.Manifests;

public class DeploymentManifestTests
{
    private const string Digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static readonly TrackImage Image = new($"registry/user-service@{Digest}", Digest, "1.2.0+build.7");

    [Fact]
    public void A_deployed_image_is_named_by_digest_everywhere()
    {
        var deployment = DeploymentManifest.For(TestDelivery.Service, TestDelivery.Production, Track.B, Image, 3);

        var container = deployment.Spec.Template.Spec.Containers.Single();
        Assert.Equal(Image.Reference, container.Image);
        Assert.Equal(Digest, container.Env.Single(variable => variable.Name == "IMAGE_DIGEST").Value);
        Assert.Equal(
            new Revision(Digest, ConfigurationHash.Of(TestDelivery.Production.Configuration)),
            Revision.Parse(deployment.Metadata.Annotations[ObjectMarks.RevisionAnnotation])
        );
    }

    [Fact]
    public void A_version_becomes_a_label_that_Kubernetes_accepts()
    {
        var deployment = DeploymentManifest.For(TestDelivery.Service, TestDelivery.Production, Track.B, Image, 3);

        Assert.Equal("1.2.0_build.7", deployment.Spec.Template.Metadata.Labels[ObjectMarks.VersionLabel]);
    }

    [Fact]
    public void The_selector_finds_the_pods_and_survives_a_new_version()
    {
        var deployment = DeploymentManifest.For(TestDelivery.Service, TestDelivery.Production, Track.B, Image, 3);

        var selector = deployment.Spec.Selector.MatchLabels;
        Assert.Superset(selector.ToHashSet(), deployment.Spec.Template.Metadata.Labels.ToHashSet());
        Assert.DoesNotContain(ObjectMarks.VersionLabel, selector.Keys);
    }

    [Fact]
    public void Replicas_that_someone_else_owns_are_left_out()
    {
        var deployment = DeploymentManifest.For(TestDelivery.Service, TestDelivery.Production, Track.B, Image, null);

        Assert.Null(deployment.Spec.Replicas);
    }

    [Fact]
    public void A_changed_configuration_is_another_ConfigMap()
    {
        var changed = TestDelivery.Production.With([KeyValuePair.Create("LOG__LEVEL", "debug")]);

        var before = ConfigurationManifest.For(TestDelivery.Service, TestDelivery.Production);
        var after = ConfigurationManifest.For(TestDelivery.Service, changed);

        Assert.NotEqual(before.Metadata.Name, after.Metadata.Name);
        Assert.Equal("debug", after.Data["LOG__LEVEL"]);
    }

    [Fact]
    public void The_pods_get_the_ConfigMap_that_was_written_for_them()
    {
        var deployment = DeploymentManifest.For(TestDelivery.Service, TestDelivery.Production, Track.B, Image, 3);
        var configuration = ConfigurationManifest.For(TestDelivery.Service, TestDelivery.Production);

        var source = deployment.Spec.Template.Spec.Containers.Single().EnvFrom.Single();
        Assert.Equal(configuration.Metadata.Name, source.ConfigMapRef.Name);
    }
}
