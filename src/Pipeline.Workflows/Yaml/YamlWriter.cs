using System.Text;

namespace Pipeline.Workflows.Yaml;

/// <summary>
/// Writes a document in block style, so that readers of YAML 1.1 and of YAML 1.2 (https://yaml.org/spec/1.2.2) find the same in it.
/// Lines end in a line feed and are never folded.
/// </summary>
public sealed class YamlWriter
{
    // An implicit key may take 1,024 characters (YAML 1.2.2, 7.4.2), quotes and escapes included.
    private const int LongestImplicitKey = 1000;

    private readonly StringBuilder text = new();

    /// <summary>The document as text, which ends in a line feed.</summary>
    public static string Write(YamlNode document)
    {
        var writer = new YamlWriter();
        writer.WriteComment(document.Comment, indent: 0);
        if (document is YamlMapping { Count: > 0 } mapping)
            writer.WriteMapping(mapping, indent: 0, isAtStart: true);
        else if (document is YamlSequence { Count: > 0 } sequence)
            writer.WriteSequence(sequence, indent: 0);
        else
            writer.WriteInline(document, indent: 0);
        return writer.text.ToString();
    }

    private void WriteMapping(YamlMapping mapping, int indent, bool isAtStart)
    {
        foreach (var (key, value) in mapping)
        {
            // The first key of a mapping in a sequence stands behind the dash, and so does its comment's indentation.
            if (!isAtStart)
                Indent(indent);
            isAtStart = false;
            if (value.Comment is not null)
            {
                WriteComment(value.Comment, indent, isAtStart: true);
                Indent(indent);
            }

            WriteKey(key, indent);
            WriteValue(value, indent);
        }
    }

    private void WriteKey(string key, int indent)
    {
        var written = YamlScalar.OnOneLine(key);
        if (written.Length <= LongestImplicitKey)
        {
            text.Append(written).Append(':');
            return;
        }

        text.Append("? ").Append(written).Append('\n');
        Indent(indent);
        text.Append(':');
    }

    private void WriteValue(YamlNode value, int indent)
    {
        if (value is YamlMapping { Count: > 0 } mapping)
        {
            WriteRemark(value);
            text.Append('\n');
            WriteMapping(mapping, indent + 2, isAtStart: false);
        }
        else if (value is YamlSequence { Count: > 0 } sequence)
        {
            WriteRemark(value);
            text.Append('\n');
            WriteSequence(sequence, indent + 2);
        }
        else
        {
            text.Append(' ');
            WriteInline(value, indent + 2);
        }
    }

    private void WriteSequence(YamlSequence sequence, int indent)
    {
        foreach (var item in sequence)
        {
            WriteComment(item.Comment, indent);
            Indent(indent);
            text.Append('-');
            if (
                item is YamlMapping { Count: > 0 } mapping
                && mapping.First().Value.Comment is null
                && item.Remark is null
            )
            {
                text.Append(' ');
                WriteMapping(mapping, indent + 2, isAtStart: true);
            }
            else
            {
                WriteValue(item, indent);
            }
        }
    }

    private void WriteInline(YamlNode value, int indent)
    {
        switch (value)
        {
            case YamlText { Text: var content } when YamlScalar.FitsBlock(content):
                text.Append(YamlScalar.BlockHeader(content));
                WriteRemark(value);
                text.Append('\n');
                WriteBlock(content, indent);
                return;
            case YamlText { Text: var content }:
                text.Append(YamlScalar.OnOneLine(content));
                break;
            case YamlToken { Token: var token }:
                text.Append(token);
                break;
            case YamlMapping:
                text.Append("{}");
                break;
            case YamlSequence:
                text.Append("[]");
                break;
        }

        WriteRemark(value);
        text.Append('\n');
    }

    private void WriteBlock(string content, int indent)
    {
        foreach (var line in YamlScalar.BlockLines(content))
        {
            // An empty line without trailing spaces, as every editor leaves it.
            if (line.Length > 0)
                Indent(Math.Max(indent, 2));
            text.Append(line).Append('\n');
        }
    }

    private void WriteComment(string? comment, int indent, bool isAtStart = false)
    {
        if (comment is null)
            return;
        foreach (var line in comment.Split('\n'))
        {
            if (!isAtStart)
                Indent(indent);
            isAtStart = false;
            text.Append($"# {line}".TrimEnd()).Append('\n');
        }
    }

    private void WriteRemark(YamlNode value)
    {
        if (value.Remark is { } remark)
            text.Append(" # ").Append(remark);
    }

    private void Indent(int columns) => text.Append(' ', columns);
}
