using System.Text;

namespace Pipeline.Images.Tests.Building;

/// <summary>Writes what <c>dotnet publish --self-contained</c> writes, in small.</summary>
static class PublishedFixture
{
    const string Dependencies = """
        {
          "runtimeTarget": { "name": ".NETCoreApp,Version=v10.0/linux-x64" },
          "targets": {
            ".NETCoreApp,Version=v10.0": {},
            ".NETCoreApp,Version=v10.0/linux-x64": {
              "Users/1.0.0": {
                "dependencies": { "Users.Model": "1.0.0", "Text": "2.0.0" },
                "runtime": { "Users.dll": {} }
              },
              "Users.Model/1.0.0": { "runtime": { "Users.Model.dll": {} } },
              "Text/2.0.0": {
                "runtime": { "lib/net8.0/Text.dll": {} },
                "native": { "runtimes/linux-x64/native/libtext.so": {} },
                "resources": { "lib/net8.0/de/Text.resources.dll": { "locale": "de" } }
              },
              "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/10.0.0": {
                "runtime": { "System.Runtime.dll": {} },
                "native": { "libcoreclr.so": {}, "createdump": {} }
              }
            }
          },
          "libraries": {
            "Users/1.0.0": { "type": "project", "sha512": "" },
            "Users.Model/1.0.0": { "type": "project" },
            "Text/2.0.0": { "type": "package", "sha512": "sha512-AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+Pw==" },
            "runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/10.0.0": { "type": "runtimepack" }
          }
        }
        """;

    static readonly (string Name, string Content)[] Files =
    [
        ("Users", "\u007FELF program"),
        ("Users.dll", "own code"),
        ("Users.Model.dll", "own model"),
        ("Users.deps.json", Dependencies),
        ("Users.runtimeconfig.json", "{}"),
        ("Text.dll", "package"),
        ("libtext.so", "\u007FELF package"),
        ("de/Text.resources.dll", "package in German"),
        ("System.Runtime.dll", "runtime"),
        ("libcoreclr.so", "\u007FELF runtime"),
        ("createdump", "\u007FELF tool"),
    ];

    public static string Write(string directory, bool backwards = false)
    {
        foreach (var (name, content) in backwards ? Files.Reverse() : Files)
        {
            var path = Path.Combine(directory, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, Encoding.Latin1.GetBytes(content));
        }

        return directory;
    }
}
