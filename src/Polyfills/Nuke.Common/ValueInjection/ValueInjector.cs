using System.Reflection;
using Nuke.Common.Execution;

namespace Nuke.Common.ValueInjection;

/// <summary>Gives the members of the build's classes their values. Members of components read theirs when they are read.</summary>
internal static class ValueInjector
{
    /// <summary>Injects the parameters, or everything else.</summary>
    public static void Inject(INukeBuild build, BuildMembers members, bool parameters)
    {
        var onDemand = build.GetType().IsDefined(typeof(OnDemandValueInjectionAttribute));
        var injected = members
            .OfClasses.Where(x => x.IsDefined(typeof(ValueInjectionAttributeBase)))
            .Select(member => (Member: member, Attribute: AttributeOf(member, build)))
            .Where(x => x.Attribute is ParameterAttribute == parameters)
            .Where(x => !x.Member.IsDefined(typeof(OnDemandAttribute)) && (parameters || !onDemand))
            .OrderByDescending(x => x.Attribute.Priority);

        foreach (var (member, attribute) in injected)
        {
            if (attribute.TryGetValue(member, build) is { } value)
                Set(member, build, value);
        }
    }

    /// <summary>The value that the attribute of a member gives, found once per run, or null where it gives none.</summary>
    public static object ValueOf(MemberInfo member, INukeBuild build)
    {
        var values = BuildRun.Of(build).ValuesOfComponents;
        lock (values)
        {
            if (!values.TryGetValue(member, out var value))
                values[member] = value = Read(member, build);
            return value;
        }
    }

    private static object Read(MemberInfo member, INukeBuild build) =>
        AttributeOf(member, build) is { } attribute
            ? attribute.TryGetValue(member, build)
            : throw new BuildFailure(
                $"{member.DeclaringType!.Name}.{member.Name} has no attribute that gives it a value, such as [Parameter]."
            );

    private static ValueInjectionAttributeBase AttributeOf(MemberInfo member, INukeBuild build)
    {
        var attribute = member.GetCustomAttribute<ValueInjectionAttributeBase>();
        if (attribute != null)
            attribute.Build = build;
        return attribute;
    }

    private static void Set(MemberInfo member, object build, object value)
    {
        switch (member)
        {
            case FieldInfo field:
                field.SetValue(build, value);
                break;
            case PropertyInfo { SetMethod: not null } property:
                property.SetValue(build, value);
                break;
            default:
                BackingField(member).SetValue(build, value);
                break;
        }
    }

    private static FieldInfo BackingField(MemberInfo property) =>
        property.DeclaringType!.GetField(
            $"<{property.Name}>k__BackingField",
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic
        )
        ?? throw new BuildFailure(
            $"{property.DeclaringType.Name}.{property.Name} cannot take a value: make it a field or an automatic property."
        );
}
