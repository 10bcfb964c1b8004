using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>Takes secret values out of what is shown of a process.</summary>
internal static class Redaction
{
    public const string Mark = "[REDACTED]";

    /// <summary>Replaces every secret, and the form that it takes inside a quoted argument, by <see cref="Mark"/>.</summary>
    public static Func<string, string> Of(IEnumerable<string> secrets)
    {
        // The longest first: a secret may be a part of another one.
        var forms = secrets
            .Where(secret => !string.IsNullOrEmpty(secret))
            .SelectMany(secret => new[] { secret, secret.DoubleQuote()[1..^1] })
            .Distinct()
            .OrderByDescending(form => form.Length)
            .ToArray();
        return text => forms.Aggregate(text, (shown, form) => shown?.Replace(form, Mark));
    }
}
