using System.Reflection;
using Nuke.Common.IO;
using Nuke.Common.ValueInjection;

namespace ThirdPartyBuild.Tests.Shop;

class ProductVersionAttribute(string file) : ValueInjectionAttributeBase
{
    public override object GetValue(MemberInfo member, object instance) =>
        (Build.RootDirectory / file).ReadAllText().Trim();
}
