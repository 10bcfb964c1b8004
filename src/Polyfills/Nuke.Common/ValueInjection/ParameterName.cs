using System.Text;

namespace Nuke.Common.ValueInjection;

/// <summary>How the name of a parameter or target is written and compared.</summary>
internal static class ParameterName
{
    /// <summary>What names are compared by: letters and digits only, in lower case.</summary>
    public static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (char.IsLetterOrDigit(character))
                key.Append(char.ToLowerInvariant(character));
        }

        return key.ToString();
    }

    /// <summary>How the command line spells it: <c>--fault-error-rate</c> for <c>FaultErrorRate</c>.</summary>
    public static string Option(string name)
    {
        var option = new StringBuilder("--", name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord =
                i > 0
                && char.IsUpper(name[i])
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
                option.Append('-');
            option.Append(char.ToLowerInvariant(name[i]));
        }

        return option.ToString();
    }
}
