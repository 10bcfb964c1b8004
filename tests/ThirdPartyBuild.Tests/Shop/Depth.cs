using System.ComponentModel;
using Nuke.Common.Tooling;

namespace ThirdPartyBuild.Tests.Shop;

[TypeConverter(typeof(TypeConverter<Depth>))]
class Depth : Enumeration
{
    public static readonly Depth Quick = new() { Value = nameof(Quick) };
    public static readonly Depth Full = new() { Value = nameof(Full) };
}
