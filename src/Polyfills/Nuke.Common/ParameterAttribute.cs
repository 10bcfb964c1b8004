using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

/// <summary>
/// Takes the value of a member from the command line, the environment or a parameters file, in that order.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class ParameterAttribute(string description = null) : ValueInjectionAttributeBase
{
    /// <summary>What <c>--help</c> says about the parameter.</summary>
    public virtual string Description { get; } = description;

    /// <summary>The name, where it is not that of the member.</summary>
    public string Name { get; set; }

    /// <summary>What separates the values of an array that come as one text.</summary>
    public string Separator { get; set; }

    /// <summary>Whether <c>--help</c> shows the parameter.</summary>
    public virtual bool List { get; set; } = true;

    /// <summary>The type that has <see cref="ValueProviderMember" />, where it is not the build.</summary>
    public Type ValueProviderType { get; set; }

    /// <summary>The member that lists the allowed values.</summary>
    public string ValueProviderMember { get; set; }

    /// <inheritdoc />
    public override object GetValue(MemberInfo member, object instance) =>
        BuildRun.Of(instance).Parameters.Value(new BuildParameter(member, this));

    /// <summary>The values that the parameter can take, where they can be listed, or null.</summary>
    public virtual IEnumerable<(string Text, object Object)> GetValueSet(MemberInfo member, object instance)
    {
        if (ValueProviderMember == null)
        {
            var values = KnownValues.Of(BuildParameter.TypeOf(member));
            return values.Count == 0 ? null : values.Select(x => (x, (object)x));
        }

        var provider = ValueProviderType ?? instance.GetType();
        var property =
            provider.GetProperty(
                ValueProviderMember,
                BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic
            )
            ?? throw new BuildFailure(
                $"Parameter {member.Name} takes its values from {provider.Name}.{ValueProviderMember}, which is no property."
            );
        return ((IEnumerable<string>)property.GetValue(instance))!.Select(x => (x, (object)x));
    }
}
