using System.Reflection;

namespace Nuke.Common.ValueInjection;

/// <summary>A member of the build that takes its value from the command line, the environment or a file.</summary>
internal sealed class BuildParameter
{
    public BuildParameter(MemberInfo member, ParameterAttribute attribute)
    {
        Member = member;
        Attribute = attribute;
        var prefix = member.DeclaringType!.GetCustomAttribute<ParameterPrefixAttribute>()?.Prefix;
        Name = prefix + (attribute.Name ?? Execution.BuildMembers.NameOf(member));
        Key = ParameterName.Key(Name);
    }

    public MemberInfo Member { get; }

    public ParameterAttribute Attribute { get; }

    /// <summary>The name in Pascal case, prefix included.</summary>
    public string Name { get; }

    /// <summary>What names are compared by.</summary>
    public string Key { get; }

    public string Option => ParameterName.Option(Name);

    public Type Type => TypeOf(Member);

    public bool IsSecret => Member.IsDefined(typeof(SecretAttribute));

    public Arity Arity => ValueConversion.ArityOf(Type);

    public static Type TypeOf(MemberInfo member) =>
        member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;
}
