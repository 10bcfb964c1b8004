using System.Globalization;
using System.Net;

namespace UserService.Configuration;

/// <summary>Reads typed values from environment variables and collects every problem, so that all are reported at once.</summary>
sealed class VariableReader(IReadOnlyDictionary<string, string> variables)
{
    readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public string Text(string name, string fallback) =>
        variables.TryGetValue(name, out var value) && value != "" ? value : fallback;

    public IPAddress Address(string name, IPAddress fallback) =>
        Read(
            name,
            fallback,
            "an IP address such as 127.0.0.1",
            text => (IPAddress.TryParse(text, out var value), value!)
        );

    public int Integer(string name, int fallback, int least, int most) =>
        Read(
            name,
            fallback,
            $"a whole number from {least} to {most}",
            text =>
                (
                    int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                        && value >= least
                        && value <= most,
                    value
                )
        );

    public double Number(string name, double fallback, double least, double most) =>
        Read(
            name,
            fallback,
            string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"),
            text =>
                (
                    double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                        && value >= least
                        && value <= most,
                    value
                )
        );

    public T Choice<T>(string name, T fallback, params ReadOnlySpan<(string Text, T Value)> choices)
    {
        var text = Text(name, "");
        if (text == "")
            return fallback;

        var expected = new List<string>();
        foreach (var choice in choices)
        {
            if (choice.Text == text)
                return choice.Value;
            expected.Add(choice.Text);
        }

        Refuse(name, text, string.Join(" or ", expected));
        return fallback;
    }

    public string Matching(string name, string fallback, string expected, Func<string, bool> matches) =>
        Read(name, fallback, expected, text => (matches(text), text));

    T Read<T>(string name, T fallback, string expected, Func<string, (bool Good, T Value)> parse)
    {
        var text = Text(name, "");
        if (text == "")
            return fallback;

        var (good, value) = parse(text);
        if (good)
            return value;

        Refuse(name, text, expected);
        return fallback;
    }

    void Refuse(string name, string found, string expected) =>
        _problems.Add($"environment variable {name} is '{found}': expected {expected}.");
}
