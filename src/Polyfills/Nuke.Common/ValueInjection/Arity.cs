namespace Nuke.Common.ValueInjection;

/// <summary>How many of the words that follow an option are its own.</summary>
internal enum Arity
{
    /// <summary>None: a flag. Its value, if any, is joined by an equals sign.</summary>
    None,

    /// <summary>The next one.</summary>
    One,

    /// <summary>All up to the next option.</summary>
    Many,
}
