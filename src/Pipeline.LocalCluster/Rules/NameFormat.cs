using System.Text.RegularExpressions;

namespace Pipeline.LocalCluster.Rules;

/// <summary>A rule for names, with the sentence that says it.</summary>
public sealed partial record NameFormat(Regex Pattern, int MaximumLength, string Sentence)
{
    public static readonly NameFormat Subdomain = new(
        SubdomainPattern(),
        253,
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character"
    );

    public static readonly NameFormat Label = new(
        LabelPattern(),
        63,
        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character"
    );

    public static readonly NameFormat ServiceLabel = new(
        ServicePattern(),
        63,
        "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character"
    );

    public static readonly NameFormat PathSegment = new(
        PathSegmentPattern(),
        253,
        "a name must not be '.' or '..' and must not contain '/' or '%'"
    );

    public static readonly NameFormat LabelKey = new(
        QualifiedPattern(),
        317,
        "a qualified name must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character, with an optional DNS subdomain prefix and '/'"
    );

    public static readonly NameFormat LabelValue = new(
        LabelValuePattern(),
        63,
        "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character"
    );

    public static readonly NameFormat ConfigKey = new(
        ConfigKeyPattern(),
        253,
        "a valid config key must consist of alphanumeric characters, '-', '_' or '.'"
    );

    /// <summary>A problem if <paramref name="text"/> is not of this format.</summary>
    public IEnumerable<FieldProblem> Problems(string path, string text)
    {
        if (text.Length > MaximumLength)
            yield return FieldProblem.Invalid(path, text, $"must be no more than {MaximumLength} characters");
        else if (!Pattern.IsMatch(text))
            yield return FieldProblem.Invalid(path, text, Sentence);
    }

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    private static partial Regex SubdomainPattern();

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")]
    private static partial Regex LabelPattern();

    [GeneratedRegex("^[a-z]([-a-z0-9]*[a-z0-9])?$")]
    private static partial Regex ServicePattern();

    [GeneratedRegex(@"^(?!\.{1,2}$)[^/%]+$")]
    private static partial Regex PathSegmentPattern();

    [GeneratedRegex(
        @"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$"
    )]
    private static partial Regex QualifiedPattern();

    [GeneratedRegex("^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$")]
    private static partial Regex LabelValuePattern();

    [GeneratedRegex("^[-._a-zA-Z0-9]+$")]
    private static partial Regex ConfigKeyPattern();
}
