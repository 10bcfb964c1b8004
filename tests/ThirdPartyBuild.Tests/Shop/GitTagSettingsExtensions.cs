using Nuke.Common.Tooling;

namespace ThirdPartyBuild.Tests.Shop;

static class GitTagSettingsExtensions
{
    [Builder(Type = typeof(GitTagSettings), Property = nameof(GitTagSettings.Message))]
    public static T SetMessage<T>(this T o, string v)
        where T : GitTagSettings => o.Modify(b => b.Set(() => o.Message, v));

    [Builder(Type = typeof(GitTagSettings), Property = nameof(GitTagSettings.Name))]
    public static T SetName<T>(this T o, string v)
        where T : GitTagSettings => o.Modify(b => b.Set(() => o.Name, v));
}
