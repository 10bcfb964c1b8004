using Pipeline.Components.Records;

namespace Pipeline.Components.Tests.Records;

public sealed class RecordFileTests : IDisposable
{
    private static readonly InputHash Inputs = new("aa");
    private readonly TemporaryFolder folder = new();
    private readonly RecordFile file;

    public RecordFileTests() => file = new RecordFile(Path.Combine(folder.Path, "records", "Compile.json"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_record_of_the_same_inputs_matches()
    {
        folder.Write("out.txt", "");
        file.Write(new TargetRecord("Compile", Inputs, DateTimeOffset.UnixEpoch, ["out.txt"]));

        Assert.Equal(DateTimeOffset.UnixEpoch, file.Matching(folder.Path, Inputs)?.At);
    }

    [Fact]
    public void A_record_of_other_inputs_does_not_match()
    {
        file.Write(new TargetRecord("Compile", Inputs, DateTimeOffset.UnixEpoch, []));

        Assert.Null(file.Matching(folder.Path, new InputHash("bb")));
    }

    [Fact]
    public void A_record_whose_product_is_gone_does_not_match()
    {
        file.Write(new TargetRecord("Compile", Inputs, DateTimeOffset.UnixEpoch, ["gone.txt"]));

        Assert.Null(file.Matching(folder.Path, Inputs));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"target\":")]
    public void A_broken_record_counts_as_none(string content)
    {
        folder.Write("records/Compile.json", content);

        Assert.Null(file.Read());
    }

    [Fact]
    public void Deleting_a_record_that_was_never_written_is_fine()
    {
        file.Delete();

        Assert.Null(file.Read());
    }
}
