using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Pipeline.Workflows.Tests.Equality;
using Pipeline.Workflows.Yaml;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using Parsed = YamlDotNet.RepresentationModel.YamlNode;
using YamlNode = Pipeline.Workflows.Yaml.YamlNode;

namespace Pipeline.Workflows.Tests.Yaml;

public sealed partial class YamlWriterTests
{
    [Fact]
    public void Another_parser_reads_back_what_was_written() =>
        Prop.ForAll(
                RandomDocument.Any,
                document => AssertSame(document, YamlReader.Read(YamlWriter.Write(document)).RootNode)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("two words", "two words")]
    [InlineData("./build.sh Test --skip", "./build.sh Test --skip")]
    [InlineData("${{ github.ref }}", "${{ github.ref }}")]
    [InlineData("on", "\"on\"")]
    [InlineData("1e3", "\"1e3\"")]
    [InlineData("0o17", "\"0o17\"")]
    [InlineData("", "\"\"")]
    [InlineData("a: b", "\"a: b\"")]
    [InlineData("a #b", "\"a #b\"")]
    [InlineData("ä", "\"ä\"")]
    [InlineData("\u001b", "\"\\u001b\"")]
    [InlineData("😀", "\"\\U0001f600\"")]
    [InlineData("a\nb", "|-\n    a\n    b")]
    [InlineData("a\nb\n", "|\n    a\n    b")]
    [InlineData("a\n\n", "|+\n    a\n")]
    [InlineData(" a\nb", "\" a\\nb\"")]
    public void A_text_is_quoted_only_where_it_has_to_be(string text, string written)
    {
        var document = YamlWriter.Write(new YamlMapping { { "key", text } });

        Assert.Equal($"key: {written}\n", document.Replace("\n  ", "\n    ", StringComparison.Ordinal));
    }

    [Fact]
    public void Comments_stand_above_and_remarks_behind()
    {
        var document = new YamlMapping
        {
            {
                "a",
                new YamlText("1") { Comment = "why\nso", Remark = "v1" }
            },
            {
                "b",
                new YamlSequence
                {
                    new YamlMapping { { "c", true }, { "d", new YamlMapping() } },
                    2,
                }
            },
        };

        Assert.Equal(
            """
            # why
            # so
            a: "1" # v1
            b:
              - c: true
                d: {}
              - 2

            """.ReplaceLineEndings("\n"),
            YamlWriter.Write(document)
        );
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused()
    {
        var problem = Assert.Throws<ArgumentException>(() =>
            YamlWriter.Write(new YamlMapping { { "key", "a\ud83d" } })
        );

        Assert.Contains("half a surrogate pair at character 1", problem.Message, StringComparison.Ordinal);
    }

    private static void AssertSame(YamlNode expected, Parsed actual)
    {
        switch (expected)
        {
            case YamlText { Text: var text }:
                var scalar = Assert.IsType<YamlScalarNode>(actual);
                Assert.Equal(text, scalar.Value);
                if (scalar.Style == ScalarStyle.Plain)
                    Assert.DoesNotMatch(NoText(), text);
                break;
            case YamlToken { Token: var token }:
                Assert.Equal(token, Assert.IsType<YamlScalarNode>(actual).Value);
                Assert.Equal(ScalarStyle.Plain, ((YamlScalarNode)actual).Style);
                break;
            case YamlSequence sequence:
                var items = Assert.IsType<YamlSequenceNode>(actual).Children;
                Assert.Equal(sequence.Count, items.Count);
                foreach (var (item, read) in sequence.Zip(items))
                    AssertSame(item, read);
                break;
            case YamlMapping mapping:
                var entries = Assert.IsType<YamlMappingNode>(actual).Children;
                Assert.Equal(
                    mapping.Select(entry => entry.Key),
                    entries.Keys.Select(key => ((YamlScalarNode)key).Value!)
                );
                foreach (var (entry, read) in mapping.Zip(entries))
                    AssertSame(entry.Value, read.Value);
                break;
        }
    }

    // What YAML 1.1 (https://yaml.org/type) or the core schema of YAML 1.2 takes for something else than a text.
    [GeneratedRegex(
        @"^(?:~|null|y|yes|n|no|true|false|on|off|<<|=|[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[0-9a-f_]+|[0-9][0-9_]*(?::[0-5]?[0-9])*(?:\.[0-9_]*)?|\.[0-9_]+)(?:e[-+]?[0-9]+)?|[-+]?\.inf|\.nan|\d{4}-\d\d?-\d\d?.*)?\z",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex NoText();
}
