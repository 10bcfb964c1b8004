using System.Text;
using Pipeline.LocalCluster.Node.Containers;
using Pipeline.LocalCluster.Node.Pods;
using Pipeline.LocalCluster.Storage;

namespace Pipeline.LocalCluster.Tests.Node.Pods;

public sealed class PodSpecTests
{
    [Fact]
    public void What_is_not_said_is_as_in_Kubernetes()
    {
        var pod = Read("""{"metadata":{"uid":"u1"},"spec":{"containers":[{"name":"web","image":"web"}]}}""");

        Assert.Equal(RestartPolicy.Always, pod.RestartPolicy);
        Assert.Equal(TimeSpan.FromSeconds(30), pod.Grace);
        Assert.Null(pod.NodeName);
        Assert.Null(pod.ServiceAccount);
        Assert.False(pod.IsDeleted);
        Assert.Null(pod.Problem);
    }

    [Fact]
    public void The_grace_of_a_deletion_overrides_that_of_the_specification()
    {
        var pod = Read(
            """
            {"metadata":{"deletionTimestamp":"2026-01-01T00:00:00Z","deletionGracePeriodSeconds":2},
             "spec":{"terminationGracePeriodSeconds":20}}
            """
        );

        Assert.True(pod.IsDeleted);
        Assert.Equal(TimeSpan.FromSeconds(2), pod.Grace);
    }

    [Theory]
    [InlineData("default", null)]
    [InlineData("robot", "robot")]
    public void Only_a_service_account_of_its_own_gives_access_to_the_API(string name, string? account)
    {
        Assert.Equal(account, Read($$$"""{"spec":{"serviceAccountName":"{{{name}}}"}}""").ServiceAccount);
    }

    [Theory]
    [InlineData("/tmp", null)]
    [InlineData("/tmp/", null)]
    [InlineData("/data", "container web: volume scratch is mounted at /data")]
    public void A_volume_can_be_mounted_for_temporary_files_only(string path, string? problem)
    {
        var pod = Read(
            $$$"""{"spec":{"containers":[{"name":"web","volumeMounts":[{"name":"scratch","mountPath":"{{{path}}}"}]}]}}"""
        );

        Assert.StartsWith(problem ?? "", pod.Problem ?? "", StringComparison.Ordinal);
        Assert.Equal(problem is null, pod.Problem is null);
    }

    private static PodSpec Read(string json) =>
        PodSpec.Read(new StoredObject(GroupResource.Pods.Key("shop", "web-1"), 1, Encoding.UTF8.GetBytes(json)));
}
