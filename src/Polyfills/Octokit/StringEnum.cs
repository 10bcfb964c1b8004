using System.Diagnostics.CodeAnalysis;

namespace Octokit;

/// <summary>A value of an enumeration to which GitHub may add.</summary>
public readonly struct StringEnum<TEnum> : IEquatable<StringEnum<TEnum>>
    where TEnum : struct
{
    public StringEnum(TEnum parsedValue)
    {
        StringValue = EnumText.Of(parsedValue);
    }

    public StringEnum(string stringValue)
    {
        StringValue = stringValue;
    }

    public string StringValue { get; }

    /// <exception cref="ArgumentException">GitHub answered a value that is not in the enumeration.</exception>
    public TEnum Value =>
        TryParse(out var value)
            ? value
            : throw new ArgumentException($"'{StringValue}' is not a valid {typeof(TEnum).Name}");

    public bool TryParse(out TEnum value) => EnumText.TryParse(StringValue, out value);

    public bool Equals(StringEnum<TEnum> other) =>
        string.Equals(StringValue, other.StringValue, StringComparison.OrdinalIgnoreCase);

    public override bool Equals([NotNullWhen(true)] object obj) => obj is StringEnum<TEnum> other && Equals(other);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(StringValue ?? "");

    public override string ToString() => StringValue;

    public static bool operator ==(StringEnum<TEnum> left, StringEnum<TEnum> right) => left.Equals(right);

    public static bool operator !=(StringEnum<TEnum> left, StringEnum<TEnum> right) => !left.Equals(right);

    public static implicit operator StringEnum<TEnum>(string value) => new(value);

    public static implicit operator StringEnum<TEnum>(TEnum parsedValue) => new(parsedValue);
}
