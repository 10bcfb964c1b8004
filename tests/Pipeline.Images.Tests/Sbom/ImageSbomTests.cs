using System.Text;
using Pipeline.Images.Building;
using Pipeline.Images.Sbom;
using Pipeline.Images.Tests.Building;

namespace Pipeline.Images.Tests.Sbom;

public sealed class ImageSbomTests : IDisposable
{
    static readonly (string, string) Release = ("etc/os-release", "ID=debian\nVERSION_ID=\"12\"\n");

    readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task The_service_its_packages_and_the_runtime_are_listed_with_what_they_need()
    {
        WritePackage("text", "2.0.0", """<license type="expression">MIT OR Apache-2.0</license>""");

        var bom = await CreateAsync();

        // Another version of zlib makes another digest.
        var json = Encoding
            .UTF8.GetString(CycloneDxJson.Write(bom))
            .Replace(bom.Metadata.Component.Hashes![0].Content, "DIGEST", StringComparison.Ordinal)
            .Replace(bom.SerialNumber, "SERIAL", StringComparison.Ordinal);
        Snapshot.Matches(json, "Sbom/users.cdx.json");
    }

    [SkippableFact]
    [Trait("Category", "Slow")]
    public async Task What_is_written_obeys_the_official_schema()
    {
        WritePackage("text", "2.0.0", """<license type="file">LICENSE.md</license>""");
        await File.WriteAllBytesAsync(
            _scratch["bom.json"],
            CycloneDxJson.Write(await CreateAsync(await DebianAsync()))
        );

        var (exitCode, output) = await Conformance.RunAsync("check-bom.mjs", _scratch["bom.json"]);

        Assert.Equal((0, ""), (exitCode, output));
    }

    [Fact]
    public async Task Packages_of_a_Debian_base_are_listed_with_licences_and_what_they_need()
    {
        var bom = await CreateAsync(await DebianAsync());

        var ssl = Assert.Single(bom.Components, component => component.Name == "libssl3");
        Assert.Equal("pkg:deb/debian/libssl3@1:3.0.11-1~deb12u2?arch=amd64&distro=debian-12", ssl.Purl);
        Assert.Equal(["Apache-2.0", "BSD-3-clause"], ssl.Licenses!.Select(license => license.License!.Name));
        Assert.Equal(
            [
                "pkg:deb/debian/libc6@2.36-9?arch=amd64&distro=debian-12",
                "pkg:deb/debian/mta@1?arch=all&distro=debian-12",
            ],
            bom.Dependencies.Single(dependency => dependency.Ref == ssl.Purl).DependsOn
        );
        Assert.DoesNotContain(bom.Components, component => component.Name == "removed");
        Assert.Contains(
            bom.Components,
            component => component is { Type: "operating-system", Name: "debian", Version: "12" }
        );
    }

    [Fact]
    public async Task The_image_needs_the_service_and_its_base_which_needs_the_system()
    {
        var image = await DebianAsync();

        var bom = await CreateAsync(image);

        var below = $"pkg:oci/base@sha256%3A{image.Digest.Hex}";
        Assert.Equal(["Users@1.0.0", below], Needs(bom, bom.Metadata.Component.Reference));
        Assert.Equal(["system:debian-12"], Needs(bom, below));
    }

    [Fact]
    public async Task Packages_of_an_image_without_dpkg_are_listed_from_status_d()
    {
        var image = await ImageFiles.WriteBaseAsync(
            _scratch["base"],
            [
                Release,
                ("./var/lib/dpkg/status.d/tzdata", "Package: tzdata\nVersion: 2024a-0\nArchitecture: all\n"),
                ("./var/lib/dpkg/status.d/tzdata.md5sums", "Package: no\nVersion: 1\n"),
            ]
        );

        var bom = await CreateAsync(image);

        var package = Assert.Single(
            bom.Components,
            component => component.Purl?.StartsWith("pkg:deb/", StringComparison.Ordinal) == true
        );
        Assert.Equal("tzdata", package.Name);
    }

    [Fact]
    public async Task Packages_of_an_Alpine_base_are_listed()
    {
        var image = await ImageFiles.WriteBaseAsync(
            _scratch["base"],
            [
                ("usr/lib/os-release", "ID=alpine\nVERSION_ID=3.20.1\n"),
                (
                    "lib/apk/db/installed",
                    """
                    C:Q1abc=
                    P:musl
                    V:1.2.5-r0
                    A:x86_64
                    L:MIT
                    p:so:libc.musl-x86_64.so.1=1

                    P:zlib
                    V:1.3.1-r1
                    A:x86_64
                    L:Zlib
                    D:so:libc.musl-x86_64.so.1 !old-zlib
                    """
                ),
            ]
        );

        var bom = await CreateAsync(image);

        var zlib = Assert.Single(bom.Components, component => component.Name == "zlib");
        Assert.Equal("pkg:apk/alpine/zlib@1.3.1-r1?arch=x86_64&distro=alpine-3.20.1", zlib.Purl);
        Assert.Equal("Zlib", Assert.Single(zlib.Licenses!).Expression);
        Assert.Equal(["pkg:apk/alpine/musl@1.2.5-r0?arch=x86_64&distro=alpine-3.20.1"], Needs(bom, zlib.Purl!));
    }

    [Theory]
    [InlineData("var/lib/dpkg/.wh.status")]
    [InlineData("var/lib/.wh.dpkg")]
    [InlineData("var/lib/dpkg/.wh..wh..opq")]
    public async Task What_an_upper_layer_removed_is_not_in_the_image(string whiteout)
    {
        var image = await ImageFiles.WriteBaseAsync(
            _scratch["base"],
            [Release, ("var/lib/dpkg/status", "Package: gone\nVersion: 1\nStatus: install ok installed\n")],
            [(whiteout, "")]
        );

        var bom = await CreateAsync(image);

        Assert.DoesNotContain(bom.Components, component => component.Name == "gone");
    }

    [Fact]
    public async Task The_same_image_elsewhere_has_the_same_document()
    {
        var first = CycloneDxJson.Write(await CreateAsync());
        PublishedFixture.Write(_scratch["publish"], backwards: true);
        var second = CycloneDxJson.Write(await CreateAsync(layout: "elsewhere"));

        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("""<license type="file">LICENSE.md</license>""", null, "LICENSE.md", null)]
    [InlineData("<licenseUrl>https://example.org/licence</licenseUrl>", null, "see url", "https://example.org/licence")]
    [InlineData("""<license type="expression">MIT</license>""", "MIT", null, null)]
    public async Task A_licence_is_read_from_the_package(string xml, string? expression, string? name, string? url)
    {
        WritePackage("text", "2.0.0", xml);

        var license = Assert.Single((await TextAsync()).Licenses!);

        Assert.Equal((expression, name, url), (license.Expression, license.License?.Name, license.License?.Url));
    }

    [Fact]
    public async Task A_package_that_says_nothing_about_its_licence_has_none()
    {
        WritePackage("text", "2.0.0", "");

        Assert.Null((await TextAsync()).Licenses);
    }

    [Fact]
    public async Task A_damaged_package_is_named()
    {
        WritePackage("text", "2.0.0", "<");

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => CreateAsync());

        Assert.StartsWith(_scratch["packages/text/2.0.0/text.nuspec"], refusal.Message);
    }

    [Theory]
    [InlineData("{}", "is no packages.lock.json")]
    [InlineData("""{"dependencies":{"net10.0":{}}}""", "Text/2.0.0 is in the image, but not in ")]
    [InlineData(
        """{"dependencies":{"net10.0":{"Text":{"resolved":"2.0.0","contentHash":"AQID"}}}}""",
        "Text/2.0.0 in the image has the SHA-512 000102"
    )]
    public async Task An_image_that_differs_from_the_lock_file_is_refused(string json, string problem)
    {
        await File.WriteAllTextAsync(_scratch["packages.lock.json"], json);

        var refusal = await Assert.ThrowsAsync<ImageBuildException>(() =>
            CreateAsync(lockFile: _scratch["packages.lock.json"])
        );

        Assert.Contains(problem, refusal.Message);
    }

    Task<BaseImage> DebianAsync() =>
        ImageFiles.WriteBaseAsync(
            _scratch["base"],
            [
                Release,
                (
                    "var/lib/dpkg/status",
                    """
                    Package: libc6
                    Status: install ok installed
                    Version: 2.36-9
                    Architecture: amd64
                    Description: C library
                     of many lines: even with colons

                    Package: removed
                    Status: deinstall ok config-files
                    Version: 1

                    Package: mta
                    Status: install ok installed
                    Version: 1
                    Provides: mail-transport-agent

                    Package: libssl3
                    Status: install ok installed
                    Version: 1:3.0.11-1~deb12u2
                    Architecture: amd64
                    Depends: libc6 (>= 2.34), missing | mail-transport-agent
                    """
                ),
                (
                    "usr/share/doc/libssl3/copyright",
                    "License: BSD-3-clause\n text\nLicense: Apache-2.0\nLicense: Apache-2.0\n"
                ),
            ]
        );

    static IReadOnlyList<string> Needs(CycloneDxBom bom, string reference) =>
        bom.Dependencies.Single(dependency => dependency.Ref == reference).DependsOn;

    async Task<CycloneDxComponent> TextAsync() =>
        (await CreateAsync()).Components.Single(component => component.Name == "Text");

    void WritePackage(string id, string version, string license)
    {
        var directory = Directory.CreateDirectory(_scratch[$"packages/{id}/{version}"]).FullName;
        File.WriteAllText(
            Path.Combine(directory, $"{id}.nuspec"),
            $"""<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>{license}</metadata></package>"""
        );
    }

    async Task<CycloneDxBom> CreateAsync(BaseImage? image = null, string layout = "layout", string? lockFile = null)
    {
        var created = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var built = await OciImageBuilder.BuildAsync(
            new ImageRequest
            {
                PublishDirectory = PublishedFixture.Write(_scratch["publish"]),
                EntryPoint = "Users",
                LayoutDirectory = _scratch[layout],
                Tag = "1.2.3",
                Version = "1.2.3",
                Revision = "0123abcd",
                Created = created,
                Base = image,
            }
        );
        return await ImageSbom.CreateAsync(
            new SbomRequest
            {
                LayoutDirectory = built.LayoutDirectory,
                Image = built.Digest,
                Name = "users",
                Version = "1.2.3",
                Created = created.ToOffset(TimeSpan.FromHours(3)),
                PackagesDirectory = _scratch["packages"],
                LockFile = lockFile,
            }
        );
    }
}
