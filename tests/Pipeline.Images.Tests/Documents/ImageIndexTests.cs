using Pipeline.Images.Documents;

namespace Pipeline.Images.Tests.Documents;

public class ImageIndexTests
{
    static readonly Descriptor First = Manifest(1);
    static readonly Descriptor Second = Manifest(2);

    [Fact]
    public void A_tag_moves_and_its_former_manifest_stays_listed()
    {
        var index = ImageIndex.Empty.WithTag(First, "latest");

        var moved = index.WithTag(Second, "latest");

        Assert.Equal(Second.Digest, moved.Find("latest")?.Digest);
        Assert.Equal([First.Digest, Second.Digest], moved.Manifests.Select(manifest => manifest.Digest));
    }

    [Fact]
    public void A_manifest_with_two_tags_is_listed_under_both()
    {
        var index = ImageIndex.Empty.With(First).WithTag(First, "1.0.0").WithTag(First, "latest");

        Assert.Equal(["1.0.0", "latest"], index.Manifests.Select(manifest => manifest.Tag()));
    }

    [Fact]
    public void A_manifest_that_loses_one_of_two_tags_is_listed_once()
    {
        var index = ImageIndex.Empty.WithTag(First, "1.0.0").WithTag(First, "latest").WithTag(Second, "latest");

        Assert.Equal(["1.0.0", "latest"], index.Manifests.Select(manifest => manifest.Tag()));
    }

    [Fact]
    public void A_manifest_is_listed_once_however_often_it_is_added()
    {
        var index = ImageIndex.Empty.WithTag(First, "latest").With(First);

        Assert.Equal([First.Digest], index.Manifests.Select(manifest => manifest.Digest));
    }

    [Fact]
    public void Setting_a_tag_again_changes_nothing()
    {
        var index = ImageIndex.Empty.WithTag(First, "latest");

        Assert.Same(index, index.WithTag(First, "latest"));
    }

    [Fact]
    public void A_removed_manifest_loses_its_tags_too()
    {
        var index = ImageIndex.Empty.WithTag(First, "1.0.0").WithTag(First, "latest").With(Second);

        var rest = index.Without(new HashSet<Digest> { First.Digest });

        Assert.Equal([Second.Digest], rest.Manifests.Select(manifest => manifest.Digest));
    }

    [Fact]
    public void Other_annotations_survive_a_tag()
    {
        var annotated = First with { Annotations = new Dictionary<string, string> { ["note"] = "kept" } };

        Assert.Equal("kept", annotated.WithTag("latest").WithTag(null).Annotations?["note"]);
    }

    static Descriptor Manifest(byte content) =>
        new()
        {
            MediaType = MediaTypes.Manifest,
            Digest = Digest.Of([content]),
            Size = 1,
        };
}
