using Pipeline.Kubernetes.Access;

namespace Pipeline.Kubernetes.Tests.Access;

public sealed class ClusterAccessTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory();

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public void The_named_context_counts_and_the_current_one_does_not()
    {
        var file = WriteKubeConfig("config", "prod", "test");

        using var client = ClusterAccess.ToContext("test", file, TimeProvider.System);

        Assert.Equal("https://test.example/", client.BaseUri.AbsoluteUri);
    }

    [Fact]
    public void A_list_of_files_is_searched_for_the_context()
    {
        var files = string.Join(
            Path.PathSeparator,
            WriteKubeConfig("first", "prod"),
            Path.Combine(directory.FullName, "missing"),
            WriteKubeConfig("second", "test")
        );

        using var client = ClusterAccess.ToContext("test", files, TimeProvider.System);

        Assert.Equal("https://test.example/", client.BaseUri.AbsoluteUri);
    }

    [Fact]
    public void An_unknown_context_is_refused_with_the_known_ones()
    {
        var file = WriteKubeConfig("config", "prod", "test");

        var problem = Assert.Throws<ClusterAccessException>(() =>
            ClusterAccess.ToContext("Test", file, TimeProvider.System)
        );

        Assert.Equal($"{file}: there is no context 'Test'; there are prod, test", problem.Message);
    }

    [Fact]
    public void A_file_without_contexts_says_so()
    {
        var file = Path.Combine(directory.FullName, "empty");
        File.WriteAllText(file, "apiVersion: v1\n");

        var problem = Assert.Throws<ClusterAccessException>(() =>
            ClusterAccess.ToContext("prod", file, TimeProvider.System)
        );

        Assert.EndsWith("there is no context 'prod'; there is none at all", problem.Message);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var file = Path.Combine(directory.FullName, "missing");

        var problem = Assert.Throws<ClusterAccessException>(() =>
            ClusterAccess.ToContext("prod", file, TimeProvider.System)
        );

        Assert.Contains(file, problem.Message);
    }

    [SkippableFact]
    public void Outside_a_cluster_there_is_no_cluster_to_be_in()
    {
        Skip.If(Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_HOST") is not null, "this machine is a pod");

        Assert.Throws<ClusterAccessException>(() => ClusterAccess.InCluster(TimeProvider.System));
    }

    private string WriteKubeConfig(string name, params string[] contexts)
    {
        var file = Path.Combine(directory.FullName, name);
        var clusters = contexts.Select(each => $"- {{name: {each}, cluster: {{server: 'https://{each}.example'}}}}");
        var named = contexts.Select(each => $"- {{name: {each}, context: {{cluster: {each}, user: me}}}}");
        File.WriteAllLines(
            file,
            [
                $"current-context: {contexts[0]}",
                "clusters:",
                .. clusters,
                "contexts:",
                .. named,
                "users:",
                "- {name: me, user: {token: secret}}",
            ]
        );
        return file;
    }
}
