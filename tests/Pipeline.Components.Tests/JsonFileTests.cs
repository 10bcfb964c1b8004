using Pipeline.Components.Package;

namespace Pipeline.Components.Tests;

public sealed class JsonFileTests : IDisposable
{
    private static readonly VersionRecord Version = new("1.2.3", new string('a', 40), DateTimeOffset.UnixEpoch);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_value_is_read_as_it_was_written_and_nothing_else_is_left()
    {
        var path = Path.Combine(folder.Path, "artifacts", "version.json");

        JsonFile.Write(path, Version with { Version = "1.2.2" });
        JsonFile.Write(path, Version);

        Assert.Equal(Version, JsonFile.Read<VersionRecord>(path, "Version"));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void A_missing_value_names_the_target_that_makes_it()
    {
        var path = Path.Combine(folder.Path, "version.json");

        var problem = Assert.Throws<MissingResultException>(() => JsonFile.Read<VersionRecord>(path, "Version"));

        Assert.Equal($"{path} is missing: run ./build.sh Version first", problem.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    public void A_broken_value_names_the_target_that_makes_it_anew(string content)
    {
        var path = folder.Write("version.json", content);

        var problem = Assert.Throws<MissingResultException>(() => JsonFile.Read<VersionRecord>(path, "Version"));

        Assert.StartsWith(path, problem.Message);
        Assert.EndsWith("; run ./build.sh Version --force", problem.Message);
    }
}
