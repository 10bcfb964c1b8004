using FsCheck;
using FsCheck.Fluent;
using Pipeline.Workflows.Yaml;

namespace Pipeline.Workflows.Tests.Yaml;

/// <summary>Documents full of what YAML readers stumble over.</summary>
internal static class RandomDocument
{
    private static readonly string[] Traps =
    [
        "",
        " ",
        "on",
        "On",
        "no",
        "y",
        "N",
        "true",
        "Null",
        "~",
        "null",
        "1e3",
        "1_000",
        "0o17",
        "017",
        "0x1F",
        "0b1",
        "1:30",
        "1.",
        ".5",
        ".inf",
        "-.INF",
        ".nan",
        "+1",
        "-0",
        "2001-01-01",
        "2001-01-01T00:00:00Z",
        "<<",
        "=",
        "-",
        "- a",
        "?",
        "? a",
        ":",
        "a: b",
        "a:",
        ":a",
        "a #b",
        "#a",
        "a#b",
        "*a",
        "&a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
        "\"a\"",
        "'a'",
        "a\"b'c\\d",
        "[a]",
        "{a: b}",
        "a, b",
        "---",
        "...",
        "--- a",
        "a\n---\nb",
        "a\n...\nb",
        " leading",
        "trailing ",
        "\ttab",
        "a\tb",
        "a\nb",
        "a\nb\n",
        "a\nb\n\n",
        "\na",
        "\n",
        "\n\n",
        " a\nb",
        "a\n b\n",
        "a \nb",
        "a\n \nb",
        "a\r\nb",
        "\r",
        "a\u0085b",
        "a\u2028b\u2029c",
        "\ufeffa",
        "a\ufeffb",
        "\0",
        "\u0007",
        "\u001b[0m",
        "\u007f",
        "\u009f",
        "a\u00a0b",
        "\u00a0\na",
        "ä",
        "日本語",
        "😀",
        "a😀\nb",
        "${{ a }}",
        "./a",
        "~a",
        "\\",
        "\\n",
    ];

    private static readonly Gen<string> Character = Gen.Elements(
        "a",
        "b",
        "Z",
        "0",
        "1",
        ".",
        "-",
        "_",
        ":",
        " ",
        "#",
        "\n",
        "\t",
        "\r",
        "\"",
        "'",
        "\\",
        "{",
        "}",
        "[",
        "]",
        ",",
        "&",
        "*",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        "?",
        "~",
        "=",
        "<",
        "ä",
        "\u0085",
        "\u2028",
        "\u00a0",
        "\ufeff",
        "\u0001",
        "\u007f",
        "\ufffd",
        "😀"
    );

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Elements(Traps),
        Gen.Choose(0, 12).SelectMany(length => Gen.ArrayOf(Character, length)).Select(string.Concat),
        Gen.Choose(900, 3000).Select(length => string.Join(' ', Enumerable.Repeat("word", length / 5)))
    );

    private static readonly Gen<YamlNode> Scalar = Gen.Frequency(
        (6, Text.Select(text => (YamlNode)text)),
        (1, Gen.Elements(true, false).Select(value => (YamlNode)value)),
        (1, Gen.Choose(-1000, 1000).Select(value => (YamlNode)value))
    );

    public static Arbitrary<YamlNode> Any => Node(depth: 4).ToArbitrary();

    private static Gen<YamlNode> Node(int depth) =>
        depth == 0
            ? Scalar
            : Gen.Frequency((2, Scalar), (3, Mapping(depth - 1)), (2, Sequence(depth - 1))).SelectMany(WithComments);

    private static Gen<YamlNode> Mapping(int depth) =>
        from keys in Gen.Choose(0, 4).SelectMany(count => Gen.ArrayOf(Text, count))
        from values in Gen.ArrayOf(Node(depth), keys.Length)
        select MappingOf(keys.Zip(values).DistinctBy(entry => entry.First));

    private static Gen<YamlNode> Sequence(int depth) =>
        Gen.Choose(0, 4)
            .SelectMany(count => Gen.ArrayOf(Node(depth), count))
            .Select(items => (YamlNode)new YamlSequence { (IEnumerable<YamlNode>)items });

    private static YamlNode MappingOf(IEnumerable<(string Key, YamlNode Value)> entries)
    {
        var mapping = new YamlMapping();
        foreach (var (key, value) in entries)
            mapping.Add(key, value);
        return mapping;
    }

    private static Gen<YamlNode> WithComments(YamlNode node) =>
        from comment in Gen.Elements(null, null, null, "why", "two\nlines: \"of it\"")
        from remark in Gen.Elements(null, null, null, "because: of # this")
        select node with
        {
            Comment = comment,
            Remark = remark,
        };
}
