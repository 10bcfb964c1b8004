using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>Prints what a build can do.</summary>
internal static class HelpText
{
    public static void Write(
        NukeBuild build,
        IReadOnlyList<ExecutableTarget> targets,
        ParameterCatalog catalog,
        TextWriter output
    )
    {
        var listed = targets.Where(x => x.Listed).ToList();
        output.WriteLine("Usage: ./build.sh [targets] [--parameter value] [--flag]");
        output.WriteLine();
        output.WriteLine("Targets (with what they depend on):");
        WriteRows(output, listed.Select(x => new Row(x.Name + (x.IsDefault ? " (default)" : ""), Describe(x))));

        output.WriteLine();
        output.WriteLine("Parameters:");
        var parameters = catalog.All.Where(x => x.Attribute.List).DistinctBy(x => x.Key);
        WriteRows(output, parameters.Select(x => new Row(x.Option + Placeholder(x), Describe(x, build))));

        output.WriteLine();
        output.WriteLine("Parameters of every build:");
        WriteRows(output, EngineParameter.All.Select(x => new Row(x.Option + Placeholder(x.Value), x.Description)));
    }

    private static string Describe(ExecutableTarget target)
    {
        var dependencies = target.ExecutionDependencies.Where(x => x.Listed).Select(x => x.Name).ToList();
        var arrow = dependencies.Count == 0 ? "" : "-> " + string.Join(", ", dependencies);
        return target.Description == null ? arrow : $"{target.Description} {arrow}".TrimEnd();
    }

    private static string Describe(BuildParameter parameter, object build)
    {
        var values = parameter.Attribute.GetValueSet(parameter.Member, build)?.Select(x => x.Text);
        var list = values == null ? "" : $"({string.Join(", ", values)})";
        return $"{parameter.Attribute.Description} {list}".Trim();
    }

    private static string Placeholder(BuildParameter parameter) =>
        Placeholder(
            parameter.Arity switch
            {
                Arity.None => null,
                Arity.Many => "values",
                _ => TypeName(Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type),
            }
        );

    private static string Placeholder(string value) => value == null ? "" : $" <{value}>";

    private static string TypeName(Type type) =>
        type switch
        {
            _ when type == typeof(string) => "text",
            _ when type == typeof(int) || type == typeof(long) => "number",
            _ when type == typeof(double) || type == typeof(decimal) || type == typeof(float) => "number",
            _ when type == typeof(IO.AbsolutePath) => "path",
            _ when type == typeof(TimeSpan) => "duration",
            _ => type.Name.ToLowerInvariant(),
        };

    private static void WriteRows(TextWriter output, IEnumerable<Row> rows)
    {
        var list = rows.ToList();
        var width = list.Count == 0 ? 0 : Math.Min(34, list.Max(x => x.Left.Length));
        foreach (var row in list)
            output.WriteLine($"  {row.Left.PadRight(width)}  {row.Right}".TrimEnd());
    }

    // A class and not a tuple: code for tuples of references is compiled anew by each process, a tenth of the time that --help takes.
    private sealed class Row(string left, string right)
    {
        public string Left { get; } = left;

        public string Right { get; } = right;
    }
}
