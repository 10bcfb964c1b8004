using Nuke.Common.Execution;

namespace Nuke.Common.ValueInjection;

/// <summary>The converted values of the build's parameters.</summary>
internal sealed class ParameterValues(ParameterSources sources)
{
    /// <summary>The value that was given, or null.</summary>
    public object Value(BuildParameter parameter)
    {
        var given = sources.For(parameter.Key, parameter.Arity);
        if (given == null)
            return null;
        if (parameter.IsSecret && given.Words.Any(x => x.StartsWith("v1:", StringComparison.Ordinal)))
            throw new BuildFailure(
                $"Parameter {parameter.Option}: {given.Source} is encrypted by 'nuke :secrets', which only the real package reads; "
                    + "give the value itself, in an environment variable."
            );

        return Convert(given, parameter.Type, parameter.Option, parameter.Attribute.Separator, parameter.IsSecret);
    }

    /// <summary>The value, or a <see cref="BuildFailure" /> that names the parameter, what was expected and what was given.</summary>
    public static object Convert(
        GivenValue given,
        Type type,
        string option,
        string separator = null,
        bool isSecret = false
    )
    {
        var arity = ValueConversion.ArityOf(type);
        var expected = $"Parameter {option}: expected {ValueConversion.Expected(type)}";
        if (arity == Arity.One && given.Words.Count != 1)
        {
            var found = given.Words.Count == 0 ? "nothing follows it" : $"there are {given.Words.Count} values";
            throw new BuildFailure($"{expected}, but {found} ({given.Source}).");
        }

        try
        {
            return ValueConversion.Convert(given.Words, type, separator);
        }
        catch (NotSupportedException exception)
        {
            throw new BuildFailure($"Parameter {option} cannot be given: {exception.Message}.");
        }
        catch (Exception exception) when (exception is not BuildFailure)
        {
            var found = isSecret ? "a value that is secret" : $"'{given}'";
            var hint = ClosestNames.Hint(given.ToString(), KnownValues.Of(type));
            throw new BuildFailure($"{expected}, found {found} ({given.Source}).{hint}");
        }
    }
}
