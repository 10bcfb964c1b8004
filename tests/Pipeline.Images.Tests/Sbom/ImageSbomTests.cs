using System.Text;
using Pipeline.Images.Building;
using Pipeline.Images.Sbom;
using Pipeline.Images.Tests.Building;

namespace Pipeline.Images.Tests.Sbom;

public sealed class ImageSbomTests : IDisposable
{
    readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void The_service_its_packages_and_the_runtime_are_listed_with_what_they_need()
    {
        WritePackage("text", "2.0.0", """<license type="expression">MIT OR Apache-2.0</license>""");

        var json = Encoding.UTF8.GetString(CycloneDxJson.Write(ImageSbom.Create(Request())));

        Snapshot.Matches(json, "Sbom/users.cdx.json");
    }

    [Fact]
    public void The_same_files_elsewhere_give_the_same_document()
    {
        var elsewhere = PublishedFixture.Write(_scratch["elsewhere"], backwards: true);

        var first = CycloneDxJson.Write(ImageSbom.Create(Request()));
        var second = CycloneDxJson.Write(
            ImageSbom.Create(
                Request() with
                {
                    PublishDirectory = elsewhere,
                    Created = Request().Created.ToOffset(TimeSpan.FromHours(3)),
                }
            )
        );

        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("""<license type="file">LICENSE.md</license>""", null, "LICENSE.md", null)]
    [InlineData("<licenseUrl>https://example.org/licence</licenseUrl>", null, "see url", "https://example.org/licence")]
    [InlineData("""<license type="expression">MIT</license>""", "MIT", null, null)]
    public void A_licence_is_read_from_the_package(string xml, string? expression, string? name, string? url)
    {
        WritePackage("text", "2.0.0", xml);

        var license = Assert.Single(Text().Licenses!);

        Assert.Equal((expression, name, url), (license.Expression, license.License?.Name, license.License?.Url));
    }

    [Fact]
    public void A_package_that_says_nothing_about_its_licence_has_none()
    {
        WritePackage("text", "2.0.0", "");

        Assert.Null(Text().Licenses);
    }

    [Fact]
    public void A_damaged_package_is_named()
    {
        WritePackage("text", "2.0.0", "<");

        var refusal = Assert.Throws<InvalidDataException>(() => Text());

        Assert.StartsWith(_scratch["packages/text/2.0.0/text.nuspec"], refusal.Message);
    }

    [Fact]
    public void A_program_that_its_dependency_file_does_not_list_is_refused()
    {
        var request = Request();
        File.Copy(_scratch["publish/Users.deps.json"], _scratch["publish/Orders.deps.json"]);

        var refusal = Assert.Throws<ImageBuildException>(() =>
            ImageSbom.Create(request with { EntryPoint = "Orders" })
        );

        Assert.StartsWith("Orders.deps.json in ", refusal.Message);
    }

    CycloneDxComponent Text() => ImageSbom.Create(Request()).Components.Single(component => component.Name == "Text");

    void WritePackage(string id, string version, string license)
    {
        var directory = Directory.CreateDirectory(_scratch[$"packages/{id}/{version}"]).FullName;
        File.WriteAllText(
            Path.Combine(directory, $"{id}.nuspec"),
            $"""<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>{license}</metadata></package>"""
        );
    }

    SbomRequest Request() =>
        new()
        {
            PublishDirectory = PublishedFixture.Write(_scratch["publish"]),
            EntryPoint = "Users",
            Image = Digest.Of([]),
            Name = "users",
            Version = "1.2.3",
            Created = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            PackagesDirectory = _scratch["packages"],
        };
}
