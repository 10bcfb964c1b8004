namespace Nuke.Common.ValueInjection;

/// <summary>An option of the command line and the words that follow it.</summary>
internal sealed class CommandLineOption(string name, string value)
{
    /// <summary>The name as given, without its dashes.</summary>
    public string Name { get; } = name;

    /// <summary>What names are compared by.</summary>
    public string Key { get; } = ParameterName.Key(name);

    /// <summary>What follows the equals sign, or null.</summary>
    public string Value { get; } = value;

    /// <summary>The words up to the next option. Not all of them need belong to this one.</summary>
    public List<string> Words { get; } = [];

    /// <summary>The words that an option of the given arity takes; the others are positional.</summary>
    public (string[] Taken, string[] Left) Take(Arity arity)
    {
        var count = arity switch
        {
            Arity.None => 0,
            Arity.One => Value == null ? Math.Min(1, Words.Count) : 0,
            _ => Words.Count,
        };
        string[] taken = [.. Words.Take(count)];
        return (Value == null ? taken : [Value, .. taken], [.. Words.Skip(count)]);
    }
}
