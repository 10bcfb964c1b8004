using System.Collections;
using System.Globalization;
using System.Reflection;
using Nuke.Common;

namespace Pipeline.Components.Secrets;

/// <summary>The values of what a build marks as <c>[Secret]</c>, in its class and in its components.</summary>
internal static class SecretMembers
{
    private const BindingFlags Declared =
        BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.DeclaredOnly;

    /// <summary>The values that there are.</summary>
    public static IEnumerable<string> ValuesOf(object build) =>
        TypesOf(build.GetType())
            .SelectMany(type => type.GetMembers(Declared))
            .Where(member => member.IsDefined(typeof(SecretAttribute), inherit: true))
            .SelectMany(member => Texts(TryRead(member, build)));

    private static IEnumerable<Type> TypesOf(Type build)
    {
        for (var type = build; type is not null; type = type.BaseType)
            yield return type;
        foreach (var component in build.GetInterfaces())
            yield return component;
    }

    private static object? TryRead(MemberInfo member, object build)
    {
        try
        {
            return member switch
            {
                FieldInfo field => field.GetValue(build),
                PropertyInfo property => property.GetValue(build),
                _ => null,
            };
        }
        catch (TargetInvocationException)
        {
            // Whoever needs the value will be told; what cannot be read cannot be printed either.
            return null;
        }
    }

    private static IEnumerable<string> Texts(object? value) =>
        value switch
        {
            null => [],
            string text => [text],
            IEnumerable items => items.Cast<object?>().SelectMany(Texts),
            _ => [Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""],
        };
}
