namespace Nuke.Common.ValueInjection;

/// <summary>The arguments of a run, split into positional words and options, before it is known what any name means.</summary>
internal sealed class CommandLine
{
    CommandLine(IReadOnlyList<string> words, IReadOnlyList<CommandLineOption> options)
    {
        Words = words;
        Options = options;
    }

    /// <summary>The words before the first option.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The options in the order given.</summary>
    public IReadOnlyList<CommandLineOption> Options { get; }

    public static CommandLine Parse(IEnumerable<string> arguments)
    {
        var words = new List<string>();
        var options = new List<CommandLineOption>();
        foreach (var argument in arguments)
        {
            if (IsOption(argument))
            {
                var equals = argument.IndexOf('=');
                var name = (equals < 0 ? argument : argument[..equals]).TrimStart('-');
                options.Add(new CommandLineOption(name, equals < 0 ? null : argument[(equals + 1)..]));
            }
            else if (options.Count == 0)
            {
                words.Add(argument);
            }
            else
            {
                options[^1].Words.Add(argument);
            }
        }

        return new CommandLine(words, options);
    }

    // "-5" and "-" are values.
    private static bool IsOption(string argument) =>
        argument.Length > 2 && argument.StartsWith("--", StringComparison.Ordinal)
        || argument.Length > 1 && argument[0] == '-' && char.IsLetter(argument[1]);
}
