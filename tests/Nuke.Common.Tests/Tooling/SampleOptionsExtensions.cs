using Nuke.Common.Tooling;

namespace NukeCommon.Tests.Tooling;

/// <summary>Setters in the form that the code generator of Nuke 10 writes.</summary>
public static class SampleOptionsExtensions
{
    [Builder(Type = typeof(SampleOptions), Property = nameof(SampleOptions.Name))]
    public static T SetName<T>(this T o, string v)
        where T : SampleOptions => o.Modify(b => b.Set(() => o.Name, v));

    [Builder(Type = typeof(SampleOptions), Property = nameof(SampleOptions.Name))]
    public static T ResetName<T>(this T o)
        where T : SampleOptions => o.Modify(b => b.Remove(() => o.Name));

    public static T SetToken<T>(this T o, string v)
        where T : SampleOptions => o.Modify(b => b.Set(() => o.Token, v));

    public static T SetLevel<T>(this T o, int? v)
        where T : SampleOptions => o.Modify(b => b.Set(() => o.Level, v));

    public static T SetForce<T>(this T o, bool? v)
        where T : SampleOptions => o.Modify(b => b.Set(() => o.Force, v));

    public static T ToggleForce<T>(this T o)
        where T : SampleOptions => o.Modify(b => b.Set(() => o.Force, !o.Force));

    public static T SetColor<T>(this T o, bool? v)
        where T : SampleOptions => o.Modify(b => b.Set(() => o.Color, v));

    public static T SetFirst<T>(this T o, string v)
        where T : SampleOptions => o.Modify(b => b.Set(() => o.First, v));

    public static T SetSecond<T>(this T o, string v)
        where T : SampleOptions => o.Modify(b => b.Set(() => o.Second, v));

    public static T SetSecondLast<T>(this T o, string v)
        where T : SampleOptions => o.Modify(b => b.Set(() => o.SecondLast, v));

    public static T SetLast<T>(this T o, string v)
        where T : SampleOptions => o.Modify(b => b.Set(() => o.Last, v));

    public static T SetItems<T>(this T o, params string[] v)
        where T : SampleOptions => o.Modify(b => b.Set(() => o.Items, v));

    public static T SetItems<T>(this T o, IEnumerable<string> v)
        where T : SampleOptions => o.Modify(b => b.Set(() => o.Items, v));

    public static T AddItems<T>(this T o, params string[] v)
        where T : SampleOptions => o.Modify(b => b.AddCollection(() => o.Items, v));

    public static T AddItems<T>(this T o, IEnumerable<string> v)
        where T : SampleOptions => o.Modify(b => b.AddCollection(() => o.Items, v));

    public static T RemoveItems<T>(this T o, params string[] v)
        where T : SampleOptions => o.Modify(b => b.RemoveCollection(() => o.Items, v));

    public static T RemoveItems<T>(this T o, IEnumerable<string> v)
        where T : SampleOptions => o.Modify(b => b.RemoveCollection(() => o.Items, v));

    public static T ClearItems<T>(this T o)
        where T : SampleOptions => o.Modify(b => b.ClearCollection(() => o.Items));

    public static T SetJoined<T>(this T o, params string[] v)
        where T : SampleOptions => o.Modify(b => b.Set(() => o.Joined, v));

    public static T SetQuoted<T>(this T o, params string[] v)
        where T : SampleOptions => o.Modify(b => b.Set(() => o.Quoted, v));

    public static T SetProperties<T>(this T o, IDictionary<string, object> v)
        where T : SampleOptions =>
        o.Modify(b =>
            b.Set(() => o.Properties, v.ToDictionary(x => x.Key, x => x.Value, StringComparer.OrdinalIgnoreCase))
        );

    public static T SetProperty<T>(this T o, string k, object v)
        where T : SampleOptions => o.Modify(b => b.SetDictionary(() => o.Properties, k, v));

    public static T AddProperty<T>(this T o, string k, object v)
        where T : SampleOptions => o.Modify(b => b.AddDictionary(() => o.Properties, k, v));

    public static T RemoveProperty<T>(this T o, string k)
        where T : SampleOptions => o.Modify(b => b.RemoveDictionary(() => o.Properties, k));

    public static T ClearProperties<T>(this T o)
        where T : SampleOptions => o.Modify(b => b.ClearDictionary(() => o.Properties));

    public static T SetPair<T>(this T o, string k, object v)
        where T : SampleOptions => o.Modify(b => b.SetDictionary(() => o.Pairs, k, v));

    public static T SetLimit<T>(this T o, TimeSpan? v)
        where T : SampleOptions => o.Modify(b => b.Set(() => o.Limit, v));
}
