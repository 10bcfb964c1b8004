using System.ComponentModel;
using System.Globalization;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>Reads the solution that a parameter names; a relative path counts from the root directory.</summary>
internal sealed class SolutionConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value)
    {
        if (value is not string path)
            return base.ConvertFrom(context, culture, value);

        var file = PathConstruction.HasPathRoot(path) ? (AbsolutePath)path : NukeBuild.RootDirectory / path;
        return file.ReadSolution();
    }
}
