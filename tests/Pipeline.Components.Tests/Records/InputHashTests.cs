using Pipeline.Components.Records;

namespace Pipeline.Components.Tests.Records;

public sealed class InputHashTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_same_contents_have_the_same_hash_whatever_the_order_of_the_paths()
    {
        folder.Write("src/A.cs", "class A;");
        folder.Write("global.json", "{}");

        Assert.Equal(
            InputHash.Of(folder.Path, ["src", "global.json"], []),
            InputHash.Of(folder.Path, ["global.json", "src"], [])
        );
    }

    [Theory]
    [InlineData("src/A.cs", "class B;")]
    [InlineData("src/C.cs", "class A;")]
    public void A_changed_or_added_file_changes_the_hash(string name, string content)
    {
        folder.Write("src/A.cs", "class A;");
        var before = Hash();

        folder.Write(name, content);

        Assert.NotEqual(before, Hash());
    }

    [Fact]
    public void A_renamed_file_changes_the_hash()
    {
        var file = folder.Write("src/A.cs", "class A;");
        var before = Hash();

        File.Move(file, file + ".cs");

        Assert.NotEqual(before, Hash());
    }

    [Fact]
    public void Build_output_does_not_count()
    {
        folder.Write("src/A.cs", "class A;");
        var before = Hash();

        folder.Write("src/obj/A.g.cs", "class G;");

        Assert.Equal(before, Hash());
    }

    [Fact]
    public void A_parameter_changes_the_hash()
    {
        Assert.NotEqual(InputHash.Of(folder.Path, [], ["Debug"]), InputHash.Of(folder.Path, [], ["Release"]));
    }

    private InputHash Hash() => InputHash.Of(folder.Path, ["src"], []);
}
