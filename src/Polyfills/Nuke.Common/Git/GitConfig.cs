using Nuke.Common.IO;

namespace Nuke.Common.Git;

/// <summary>The values of a Git configuration file: section, subsection, key; the last one counts.</summary>
internal sealed class GitConfig
{
    private readonly Dictionary<(string Section, string Name, string Key), string> values = [];

    public static GitConfig Read(AbsolutePath file)
    {
        var config = new GitConfig();
        var (section, name) = ("", "");
        foreach (var line in file.FileExists() ? file.ReadAllLines().Select(text => text.Trim()) : [])
        {
            if (line is ['[', .., ']'])
            {
                var header = line[1..^1].Split(' ', 2);
                section = header[0].ToLowerInvariant();
                name = header.Length > 1 ? header[1].Trim('"').Replace("\\\"", "\"").Replace(@"\\", @"\") : "";
            }
            else if (line is not (['#', ..] or [';', ..]) && line.Split('=', 2) is [var key, var value])
            {
                config.values[(section, name, key.Trim().ToLowerInvariant())] = value.Trim().Trim('"');
            }
        }

        return config;
    }

    public string Value(string section, string name, string key) => values.GetValueOrDefault((section, name, key));

    public IEnumerable<string> Names(string section) =>
        values.Keys.Where(entry => entry.Section == section).Select(entry => entry.Name).Distinct();
}
