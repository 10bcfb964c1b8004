using System.Reflection;
using Nuke.Common.Execution;
using Serilog;

namespace Nuke.Common.ValueInjection;

/// <summary>Base of the attributes that give a member of the build its value.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public abstract class ValueInjectionAttributeBase : Attribute
{
    /// <summary>The build that the member belongs to.</summary>
    public INukeBuild Build { get; internal set; }

    /// <summary>Members of higher priority get their values first.</summary>
    public virtual int Priority => 0;

    /// <summary>Whether a value that cannot be found goes without a warning.</summary>
    public virtual bool SuppressWarnings => false;

    /// <summary>The value of the member, or null with a warning where it cannot be found.</summary>
    public object TryGetValue(MemberInfo member, object instance)
    {
        try
        {
            return GetValue(member, instance);
        }
        catch (Exception exception) when (exception is not BuildFailure)
        {
            if (!SuppressWarnings)
            {
                Log.Warning(
                    "{Member} of {Type} has no value: {Reason}",
                    BuildMembers.NameOf(member),
                    member.DeclaringType!.Name,
                    exception.Message
                );
            }

            return null;
        }
    }

    /// <summary>The value of the member.</summary>
    public abstract object GetValue(MemberInfo member, object instance);

    /// <summary>The value of another member of the build, which must exist.</summary>
    protected T GetMemberValue<T>(string memberName, object instance) =>
        (T)(
            GetMember(memberName, instance)
            ?? throw new BuildFailure(
                $"[{GetType().Name}] names {memberName}, which {instance.GetType().Name} does not have."
            )
        );

    /// <summary>The value of another member of the build, or null.</summary>
    protected T GetMemberValueOrNull<T>(string memberName, object instance) => (T)GetMember(memberName, instance);

    private static object GetMember(string name, object instance)
    {
        var members = new BuildMembers(instance.GetType());
        return members.OfClasses.Concat(members.OfComponents).FirstOrDefault(x => BuildMembers.NameOf(x) == name) switch
        {
            FieldInfo field => field.GetValue(instance),
            PropertyInfo property => property.GetValue(instance),
            _ => null,
        };
    }
}
