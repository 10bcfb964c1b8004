using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>The command line that settings stand for.</summary>
internal static partial class ToolArguments
{
    public static IEnumerable<string> Of(ToolOptions options)
    {
        var command = options.GetType().GetCustomAttribute<CommandAttribute>()?.Arguments;
        return Properties(options)
            .OrderBy(argument =>
                Math.Sign(argument.Attribute.Position) switch
                {
                    1 => 0,
                    0 => 1,
                    _ => 2,
                }
            )
            .ThenBy(argument => argument.Attribute.Position)
            .SelectMany(argument => Render(options, argument))
            .Prepend(command)
            .Where(text => !string.IsNullOrEmpty(text))
            .Concat(options.ProcessAdditionalArguments ?? []);
    }

    public static IEnumerable<string> SecretsOf(ToolOptions options) =>
        Properties(options)
            .Where(argument => argument.Attribute.Secret)
            .SelectMany(argument => Items(argument.Value).Select(item => Text(options, argument, item.Value)));

    private static IEnumerable<Argument> Properties(ToolOptions options) =>
        from pair in options.Values
        let property = options.GetType().GetProperty(pair.Key)
        let attribute = property?.GetCustomAttribute<ArgumentAttribute>()
        where attribute is not null
        select new Argument(property, attribute, pair.Value);

    private static IEnumerable<string> Render(ToolOptions options, Argument argument)
    {
        var (format, separator) = (argument.Attribute.Format, argument.Attribute.Separator);
        if (!format.Contains("{value}"))
            return argument.Value is true ? [format] : [];

        var items = Items(argument.Value);
        if (separator is null)
            return items.Select(item => Fill(format, item));

        var start = format.IndexOf('{');
        var joined = items.Select(item => Fill(format[start..], item)).Join(separator);
        return joined.Length == 0
            ? []
            : [format[..start] + (argument.Attribute.QuoteMultiple ? joined.DoubleQuote() : joined)];

        string Fill(string template, Item item) =>
            Placeholder()
                .Replace(
                    template,
                    match => Quote(match.ValueSpan is "{key}" ? item.Key : Text(options, argument, item.Value))
                );
    }

    private static IEnumerable<Item> Items(object value) =>
        value switch
        {
            IDictionary pairs => pairs.Keys.Cast<object>().Select(key => new Item(Invariant(key), pairs[key])),
            string => [new Item("", value)],
            IEnumerable items => items.Cast<object>().Select(item => new Item("", item)),
            _ => [new Item("", value)],
        };

    private static string Text(ToolOptions options, Argument argument, object value)
    {
        if (argument.Attribute.FormatterMethod is not { } method)
            return Invariant(value);

        var type = argument.Attribute.FormatterType ?? options.GetType();
        const BindingFlags Any =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        var formatter = type.GetMethod(method, Any).NotNull($"{type.Name} has no method {method}");
        return (string)formatter.Invoke(formatter.IsStatic ? null : options, [value, argument.Property]) ?? "";
    }

    private static string Invariant(object value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            IFormattable formattable => formattable.ToString(format: null, CultureInfo.InvariantCulture),
            _ => value?.ToString() ?? "",
        };

    // An empty value is an argument of its own; without quotes the next one would be taken for it.
    private static string Quote(string value) => value.Length == 0 ? "\"\"" : value.DoubleQuoteIfNeeded();

    [GeneratedRegex(@"\{(key|value)\}")]
    private static partial Regex Placeholder();

    private sealed record Argument(PropertyInfo Property, ArgumentAttribute Attribute, object Value);

    private sealed record Item(string Key, object Value);
}
