namespace Nuke.Common.Tooling;

/// <summary>How a property of a settings class becomes arguments.</summary>
[AttributeUsage(AttributeTargets.Property)]
public class ArgumentAttribute : Attribute
{
    /// <summary>1, 2, … come first; 0 in the order of the calls that set them; …, -2, -1 last.</summary>
    public int Position { get; set; }

    /// <summary>The argument with <c>{value}</c> and, for dictionaries, <c>{key}</c>; without <c>{value}</c> it is a flag.</summary>
    public string Format { get; set; }

    /// <summary>Whether the value is redacted wherever it is shown.</summary>
    public bool Secret { get; set; }

    /// <summary>The class of <see cref="FormatterMethod"/>; the settings class if there is none.</summary>
    public Type FormatterType { get; set; }

    /// <summary>A method that takes one value and the property, and returns the value's text.</summary>
    public string FormatterMethod { get; set; }

    /// <summary>Joins the elements of a collection into one argument; without it each has its own.</summary>
    public string Separator { get; set; }

    /// <summary>Whether joined elements are quoted as a whole.</summary>
    public bool QuoteMultiple { get; set; }
}
