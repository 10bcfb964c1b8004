using System.Text.Json;
using System.Text.Json.Serialization;

namespace Octokit;

/// <summary>Reads values of enumerations also when they are not known.</summary>
internal sealed class StringEnumConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(StringEnum<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)
            Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()));

    private sealed class Converter<TEnum> : JsonConverter<StringEnum<TEnum>>
        where TEnum : struct
    {
        public override StringEnum<TEnum> Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => new(reader.GetString());

        public override void Write(Utf8JsonWriter writer, StringEnum<TEnum> value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.StringValue);
    }
}
