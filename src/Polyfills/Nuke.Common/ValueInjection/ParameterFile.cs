using System.Text;
using System.Text.Json;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Common.ValueInjection;

/// <summary>Reads <c>.nuke/parameters.json</c>: an object of texts, numbers, booleans and arrays of these.</summary>
internal static class ParameterFile
{
    private static readonly JsonReaderOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Adds the values of a file to those that have none yet.</summary>
    public static void Read(AbsolutePath file, Dictionary<string, GivenValue> values)
    {
        try
        {
            var reader = new Utf8JsonReader(WithoutByteOrderMark(File.ReadAllBytes(file)), Options);
            Read(ref reader, file, values);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new BuildFailure($"{file} is no valid parameters file: {exception.Message}");
        }
    }

    private static void Read(ref Utf8JsonReader reader, AbsolutePath file, Dictionary<string, GivenValue> values)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new BuildFailure(
                $"{file} is no valid parameters file: expected an object, found {reader.TokenType}."
            );

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            var words = ReadValue(ref reader, file, name);
            if (words != null && !name.StartsWith('$'))
                values.TryAdd(ParameterName.Key(name), new GivenValue(words, $"{name} in {file}"));
        }
    }

    private static List<string> ReadValue(ref Utf8JsonReader reader, AbsolutePath file, string name)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.StartArray)
            return [Scalar(ref reader, file, name)];

        var words = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            words.Add(Scalar(ref reader, file, name));
        return words;
    }

    private static string Scalar(ref Utf8JsonReader reader, AbsolutePath file, string name) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            var other => throw new BuildFailure(
                $"{file}: {name} is {other}; expected a text, a number, true, false, or an array of these."
            ),
        };

    private static ReadOnlySpan<byte> WithoutByteOrderMark(byte[] content) =>
        content is [0xEF, 0xBB, 0xBF, ..] ? content.AsSpan(3) : content;
}
