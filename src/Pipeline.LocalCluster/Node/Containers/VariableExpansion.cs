using System.Text;

namespace Pipeline.LocalCluster.Node.Containers;

/// <summary>References to variables in commands, arguments and values: <c>$(NAME)</c>, and <c>$$(NAME)</c> for the text itself.</summary>
internal static class VariableExpansion
{
    /// <summary>The text with every reference to a known variable replaced; others stay as they are.</summary>
    public static string Expand(string text, IReadOnlyDictionary<string, string> variables)
    {
        var expanded = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var next = text[i] == '$' && i + 1 < text.Length ? text[i + 1] : '\0';
            var end = next == '(' ? text.IndexOf(')', i) : -1;
            if (next == '$')
            {
                expanded.Append('$');
                i++;
            }
            else if (end > 0 && variables.TryGetValue(text[(i + 2)..end], out var value))
            {
                expanded.Append(value);
                i = end;
            }
            else
            {
                expanded.Append(text[i]);
            }
        }

        return expanded.ToString();
    }
}
