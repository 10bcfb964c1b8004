using Pipeline.Components.Evidence;
using Pipeline.Core.Evidence;

namespace Pipeline.Components.Tests.Evidence;

public sealed class EvidenceFolderTests : IDisposable
{
    private static readonly string Digest = $"sha256:{new string('a', 64)}";

    private readonly TemporaryFolder folder = new();
    private readonly EvidenceFolder evidence;

    public EvidenceFolderTests() => evidence = new EvidenceFolder(folder.Path);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_image_that_nothing_was_stated_about_has_no_statements()
    {
        Assert.Empty(evidence.Read(Digest));
    }

    [Fact]
    public void A_newer_statement_of_a_name_replaces_the_older_one()
    {
        evidence.Store("user-service", Digest, "test-result", Tests(passed: 1));
        evidence.Store("user-service", Digest, "test-result", Tests(passed: 2));

        var statement = Assert.Single(evidence.Read(Digest)).Statement;

        Assert.Equal(2, Assert.IsType<EvidencePredicate.TestResult>(statement.Predicate).Passed);
    }

    [Fact]
    public void A_statement_is_about_its_image_only()
    {
        evidence.Store("user-service", Digest, "test-result", Tests(passed: 1));

        Assert.Empty(evidence.Read($"sha256:{new string('b', 64)}"));
    }

    [Fact]
    public void Records_lie_beside_the_statements_but_are_none()
    {
        JsonFile.Write(Path.Combine(evidence.RecordsOf(Digest), "record.json"), Tests(passed: 1));

        Assert.Empty(evidence.Read(Digest));
        Assert.Single(Directory.GetFiles(folder.Path, "record.json", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_file_that_is_no_statement_is_named()
    {
        evidence.Store("user-service", Digest, "test-result", Tests(passed: 1));
        var file = Directory.GetFiles(folder.Path, "test-result.json", SearchOption.AllDirectories).Single();
        File.WriteAllText(file, "{");

        var problem = Assert.Throws<FormatException>(() => evidence.Read(Digest));

        Assert.StartsWith(file, problem.Message);
    }

    private static EvidencePredicate.TestResult Tests(int passed) =>
        new(passed, 0, []) { At = DateTimeOffset.UnixEpoch };
}
