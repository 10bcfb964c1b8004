using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>The JSON schema of a build's parameters, by which editors complete and check the parameters files.</summary>
public class SchemaUtility
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>The schema, in draft 04 of JSON Schema.</summary>
    public static string GetJsonString(INukeBuild build)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            var members = new BuildMembers(build.GetType());
            Write(json, build, new TargetFactory(build, members).Create([]), new ParameterCatalog(members));
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(
        Utf8JsonWriter json,
        INukeBuild build,
        IReadOnlyList<ExecutableTarget> targets,
        ParameterCatalog catalog
    )
    {
        json.WriteStartObject();
        json.WriteString("$schema", "http://json-schema.org/draft-04/schema#");
        json.WriteStartObject("definitions");
        WriteEnum(json, "Host", Hosts.Names);
        WriteEnum(json, "ExecutableTarget", targets.Select(x => x.Name).Order(StringComparer.Ordinal));
        WriteEnum(json, "Verbosity", Enum.GetNames<Verbosity>());
        json.WriteStartObject("NukeBuild");
        json.WriteStartObject("properties");
        foreach (
            var parameter in EngineParameter.All.Where(x => x.FitsFiles).OrderBy(x => x.Name, StringComparer.Ordinal)
        )
            WriteEngineParameter(json, parameter);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();

        json.WriteStartArray("allOf");
        json.WriteStartObject();
        json.WriteStartObject("properties");
        foreach (var parameter in catalog.All.DistinctBy(x => x.Key).OrderBy(x => x.Name, StringComparer.Ordinal))
            WriteParameter(json, parameter, build);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("$ref", "#/definitions/NukeBuild");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEngineParameter(Utf8JsonWriter json, EngineParameter parameter)
    {
        json.WriteStartObject(parameter.Name);
        json.WriteString("description", parameter.Description);
        switch (parameter.Name)
        {
            case "Host" or "Verbosity":
                json.WriteString("$ref", $"#/definitions/{parameter.Name}");
                break;
            case "Target" or "Skip":
                json.WriteString("type", "array");
                json.WriteStartObject("items");
                json.WriteString("$ref", "#/definitions/ExecutableTarget");
                json.WriteEndObject();
                break;
            default:
                WriteType(json, parameter.Arity, "string", null);
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteParameter(Utf8JsonWriter json, BuildParameter parameter, INukeBuild build)
    {
        json.WriteStartObject(parameter.Name);
        if (parameter.Attribute.Description is { } description)
            json.WriteString("description", description);
        var type = ValueConversion.ElementOf(parameter.Type) ?? parameter.Type;
        type = Nullable.GetUnderlyingType(type) ?? type;
        var values = parameter.Attribute.GetValueSet(parameter.Member, build)?.Select(x => x.Text);
        WriteType(json, parameter.Arity, JsonType(type), values);
        json.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter json, Arity arity, string type, IEnumerable<string> values)
    {
        if (arity == Arity.Many)
        {
            json.WriteString("type", "array");
            json.WriteStartObject("items");
            WriteType(json, Arity.One, type, values);
            json.WriteEndObject();
            return;
        }

        json.WriteString("type", arity == Arity.None ? "boolean" : type);
        if (values != null)
            WriteValues(json, values);
    }

    private static void WriteEnum(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartObject(name);
        json.WriteString("type", "string");
        WriteValues(json, values);
        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, IEnumerable<string> values)
    {
        json.WriteStartArray("enum");
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string JsonType(Type type) =>
        type switch
        {
            _ when type == typeof(bool) => "boolean",
            _ when type == typeof(int) || type == typeof(long) => "integer",
            _ when type == typeof(double) || type == typeof(decimal) || type == typeof(float) => "number",
            _ => "string",
        };
}
