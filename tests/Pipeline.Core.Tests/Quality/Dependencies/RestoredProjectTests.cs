using Pipeline.Core.Quality.Dependencies;

namespace Pipeline.Core.Tests.Quality.Dependencies;

public class RestoredProjectTests
{
    [Fact]
    public void A_restore_tells_packages_sources_and_what_the_audit_found()
    {
        var project = RestoredProject.Parse(
            Assets(
                """
                {"code":"NU1903","level":"Warning","libraryId":"Text.Json","message":"Package 'Text.Json' 8.0.0 has a known high severity vulnerability, https://github.com/advisories/GHSA-1"},
                {"code":"NU1701","level":"Warning","message":"something else"}
                """
            )
        );

        Assert.Equal("Users", project.Name);
        Assert.Equal([new ResolvedPackage("Text.Json", "8.0.0")], project.Packages);
        Assert.Equal(["https://feed.example/index.json"], project.Sources);
        Assert.Equal("/src/Users/packages.lock.json", project.LockFilePath);
        Assert.True(project.IsAudited);
        Assert.Equal(
            [
                new KnownVulnerability(
                    "Text.Json 8.0.0",
                    VulnerabilitySeverity.High,
                    "https://github.com/advisories/GHSA-1"
                ),
            ],
            project.Vulnerabilities.ToArray()
        );
    }

    [Theory]
    [InlineData("NU1900")]
    [InlineData("NU1905")]
    public void An_audit_without_data_is_none(string code)
    {
        var project = RestoredProject.Parse(Assets($$"""{"code":"{{code}}","level":"Warning","message":"no data"}"""));

        Assert.False(project.IsAudited);
    }

    [Fact]
    public void A_warning_in_other_words_keeps_them()
    {
        var found = KnownVulnerability.FromWarning("NU1904", "Text.Json", "in another language");

        Assert.Equal(new KnownVulnerability("Text.Json", VulnerabilitySeverity.Critical, "in another language"), found);
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("{}")]
    public void Another_file_is_refused(string json)
    {
        Assert.Throws<FormatException>(() => RestoredProject.Parse(json));
        Assert.Throws<FormatException>(() => LockFile.Parse(json));
    }

    [Fact]
    public void A_lock_file_names_packages_of_all_frameworks_but_no_projects()
    {
        var packages = LockFile.Parse(
            """
            {
              "version": 2,
              "dependencies": {
                "net10.0": {
                  "Text.Json": { "type": "Direct", "requested": "[8.0.0, )", "resolved": "8.0.0" },
                  "users.model": { "type": "Project" }
                },
                "net10.0/linux-x64": { "Native": { "type": "Transitive", "resolved": "1.0.0" } }
              }
            }
            """
        );

        Assert.Equal(2, packages.Count);
        Assert.Contains(new ResolvedPackage("Native", "1.0.0"), packages);
    }

    private static string Assets(string logs) =>
        $$"""
            {
              "libraries": { "Text.Json/8.0.0": { "type": "package" }, "Users.Model/1.0.0": { "type": "project" } },
              "project": {
                "restore": {
                  "projectName": "Users",
                  "projectPath": "/src/Users/Users.csproj",
                  "packagesPath": "/packages/",
                  "sources": { "https://feed.example/index.json": {} },
                  "restoreAuditProperties": { "enableAudit": "true" }
                }
              },
              "logs": [{{logs}}]
            }
            """;
}
