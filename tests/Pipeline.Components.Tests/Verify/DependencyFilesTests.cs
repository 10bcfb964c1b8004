using Pipeline.Components.Verify;
using Pipeline.Core.Quality.Dependencies;

namespace Pipeline.Components.Tests.Verify;

public sealed class DependencyFilesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_a_restore_left_behind_is_read_together()
    {
        WriteProject("https://127.0.0.1:1/index.json");
        folder.Write(
            "Users/packages.lock.json",
            """{"dependencies":{"net10.0":{"Text":{"type":"Direct","resolved":"1.0.0"}}}}"""
        );
        folder.Write(
            "packages/text/1.0.0/text.nuspec",
            """<package><metadata><license type="expression">MIT</license></metadata></package>"""
        );

        var report = await DependencyFiles.ReadAsync([Path.Combine(folder.Path, "Users")], default);

        var package = new ResolvedPackage("Text", "1.0.0");
        var (project, locked) = Assert.Single(report.Projects);
        Assert.Equal([package], project.Packages);
        Assert.Equal([package], locked);
        Assert.Equal("MIT", report.Licenses[package]);
        Assert.False(report.IsAudited);
    }

    [Fact]
    public async Task A_project_that_was_not_restored_is_named()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "Users"));

        var missing = await Assert.ThrowsAsync<MissingResultException>(() =>
            DependencyFiles.ReadAsync([Path.Combine(folder.Path, "Users")], default)
        );

        Assert.EndsWith("Users has not been restored: run the target Restore first", missing.Message);
    }

    private void WriteProject(string source) =>
        folder.Write(
            "Users/obj/project.assets.json",
            $$"""
            {
              "libraries": { "Text/1.0.0": { "type": "package" } },
              "project": {
                "restore": {
                  "projectName": "Users",
                  "projectPath": "{{Path.Combine(folder.Path, "Users", "Users.csproj")}}",
                  "packagesPath": "{{Path.Combine(folder.Path, "packages")}}",
                  "sources": { "{{source}}": {}, "/a/folder": {} },
                  "restoreAuditProperties": { "enableAudit": "true" }
                }
              }
            }
            """
        );
}
