using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.CI;

/// <summary>Gives a member the host of the run where it is of the member's type, otherwise null.</summary>
public class CIAttribute : ValueInjectionAttributeBase
{
    /// <inheritdoc />
    public override object GetValue(MemberInfo member, object instance) =>
        BuildParameter.TypeOf(member).IsInstanceOfType(Build.Host) ? Build.Host : null;
}
