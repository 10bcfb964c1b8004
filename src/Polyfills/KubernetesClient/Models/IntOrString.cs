using System.Globalization;
using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>A value that is a number or a text: a port by number or name, a count or a percentage.</summary>
[JsonConverter(typeof(IntOrStringJsonConverter))]
public class IntOrString
{
    public string Value { get; private init; }

    public static implicit operator IntOrString(int v) => new() { Value = v.ToString(CultureInfo.InvariantCulture) };

    public static implicit operator IntOrString(long v) => new() { Value = v.ToString(CultureInfo.InvariantCulture) };

    public static implicit operator IntOrString(string v) => v is null ? null : new() { Value = v };

    public static implicit operator string(IntOrString v) => v?.Value;

    public override bool Equals(object obj) => obj is IntOrString other && other.Value == Value;

    public override int GetHashCode() => Value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => Value;
}
