using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Changes of <see cref="DotNetToolRestoreSettings"/>.</summary>
public static class DotNetToolRestoreSettingsExtensions
{
    /// <inheritdoc cref="DotNetToolRestoreSettings.ToolManifest"/>
    public static T SetToolManifest<T>(this T o, string v)
        where T : DotNetToolRestoreSettings => o.Modify(b => b.Set(() => o.ToolManifest, v));
}
