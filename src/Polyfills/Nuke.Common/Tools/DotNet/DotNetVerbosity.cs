using System.ComponentModel;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>How much a command of the .NET command line writes.</summary>
[TypeConverter(typeof(TypeConverter<DotNetVerbosity>))]
public class DotNetVerbosity : Enumeration
{
    public static DotNetVerbosity quiet = new() { Value = nameof(quiet) };
    public static DotNetVerbosity minimal = new() { Value = nameof(minimal) };
    public static DotNetVerbosity normal = new() { Value = nameof(normal) };
    public static DotNetVerbosity detailed = new() { Value = nameof(detailed) };
    public static DotNetVerbosity diagnostic = new() { Value = nameof(diagnostic) };

    public static implicit operator DotNetVerbosity(string value) => new() { Value = value };
}
