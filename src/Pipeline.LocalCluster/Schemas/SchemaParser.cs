using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Pipeline.LocalCluster.Schemas;

/// <summary>
/// Reads <c>.schema</c> files: <c>package NAME</c>, then types, each a line <c>Name [atomic]</c> followed by indented fields
/// <c>name type attributes</c>. Types are scalars, <c>any</c>, <c>[list]</c>, <c>{map}</c> or the name of a type of any file.
/// Attributes: <c>@2</c> (Protobuf number; <c>@1.2</c> in an embedded message), <c>zero</c> (in Protobuf, as good as nothing), <c>required</c>, <c>atomic</c>, <c>set</c>, <c>key=a,b</c>, <c>patch[=key]</c>, <c>nopatch</c>,
/// <c>retainKeys</c>, <c>enum=A|B</c>, and at the end of the line <c>default=JSON or text</c>.
/// </summary>
internal sealed class SchemaParser
{
    private static readonly Dictionary<string, Shape> Scalars = System
        .Enum.GetValues<ScalarFormat>()
        .ToDictionary(
            format => char.ToLowerInvariant($"{format}"[0]) + $"{format}"[1..],
            format => (Shape)new Shape.Scalar(format)
        );

    private readonly Dictionary<string, StructType> _types = [];
    private readonly List<(StructType Type, string Line)> _fields = [];

    /// <summary>Notes the types of one file; their fields are understood by <see cref="Resolve"/>, when all types are known.</summary>
    public void Read(TextReader file)
    {
        var package = "";
        StructType? type = null;
        while (file.ReadLine() is { } line)
        {
            if (line.StartsWith("package ", StringComparison.Ordinal))
                package = line["package ".Length..];
            else if (line.StartsWith(' '))
                _fields.Add((type!, line));
            else if (line.Length > 0)
                type = Declare(package, line.Split(' '));
        }
    }

    /// <summary>The types of all files by name.</summary>
    /// <exception cref="InvalidDataException">A line names a type that no file declares.</exception>
    public IReadOnlyDictionary<string, StructType> Resolve()
    {
        foreach (var (type, line) in _fields)
            type.Add(Field(line));
        return _types;
    }

    private StructType Declare(string package, string[] words) =>
        _types[words[0]] = new StructType(package, words[0], words.Contains("atomic"));

    private SchemaField Field(string line)
    {
        const string marker = " default=";
        var end = line.IndexOf(marker, StringComparison.Ordinal);
        var words = (end < 0 ? line : line[..end]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var field = new SchemaField(words[0], ShapeOf(words[1], line));
        field = words.Skip(2).Aggregate(field, WithAttribute);
        return end < 0 ? field : field with { Default = DefaultOf(field.Shape, line[(end + marker.Length)..]) };
    }

    private Shape ShapeOf(string type, string line)
    {
        if (type.StartsWith('['))
            return new Shape.Sequence(new SchemaField("", ShapeOf(type[1..^1], line)));
        if (type.StartsWith('{'))
            return new Shape.Mapping(new SchemaField("", ShapeOf(type[1..^1], line)));
        if (type == "any")
            return new Shape.Free();
        if (Scalars.TryGetValue(type, out var scalar))
            return scalar;
        return _types.TryGetValue(type, out var structure)
            ? new Shape.Structure(structure)
            : throw new InvalidDataException($"schema line \"{line.Trim()}\": there is no type {type}");
    }

    private static SchemaField WithAttribute(SchemaField field, string attribute)
    {
        if (attribute.StartsWith('@'))
            return field with
            {
                Protobuf =
                [
                    .. attribute[1..].Split('.').Select(number => int.Parse(number, CultureInfo.InvariantCulture)),
                ],
            };
        var (name, value) = attribute.Split('=', 2) is [var n, var v] ? (n, v) : (attribute, "");
        return name switch
        {
            "required" => field with { Required = true },
            "atomic" => field with { Atomic = true },
            "set" => field with { Set = true },
            "zero" => field with { ZeroIsAbsent = true },
            "retainKeys" => field with { RetainKeys = true },
            "nopatch" => field with { PatchMerges = false, PatchKey = null },
            "enum" => field with { Enum = [.. value.Split('|')] },
            // An item's only key is also what a patch matches it by, unless the line says otherwise.
            "key" => WithKeys(field, [.. value.Split(',')]),
            "patch" => field with { PatchMerges = true, PatchKey = value.Length == 0 ? null : value },
            _ => throw new InvalidDataException($"schema field {field.Name}: unknown attribute {attribute}"),
        };
    }

    private static SchemaField WithKeys(SchemaField field, ImmutableArray<string> keys) =>
        field with
        {
            Keys = keys,
            PatchMerges = true,
            PatchKey = keys[0],
        };

    private static JsonNode DefaultOf(Shape shape, string text)
    {
        if (shape is not Shape.Scalar(var format))
            return JsonNode.Parse(text)!;
        return format switch
        {
            ScalarFormat.Bool => JsonValue.Create(bool.Parse(text)),
            ScalarFormat.Int32 or ScalarFormat.Int64 => JsonNode.Parse(
                long.Parse(text, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
            )!,
            _ => JsonValue.Create(text),
        };
    }
}
