using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Pipeline.Components.Scanning.Trivy;

/// <summary>The form of a report of Trivy.</summary>
[TypeConverter(typeof(TypeConverter<TrivyFormat>))]
public sealed class TrivyFormat : Enumeration
{
    public static readonly TrivyFormat Json = new() { Value = "json" };
    public static readonly TrivyFormat Sarif = new() { Value = "sarif" };
    public static readonly TrivyFormat CycloneDx = new() { Value = "cyclonedx" };
}
