using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Pipeline.Images.Registries.Remote;

/// <summary>What a registry asks for in <c>WWW-Authenticate: Bearer</c> (distribution, "Token Authentication Specification").</summary>
sealed partial record BearerChallenge(Uri Realm, string? Service, string? Scope)
{
    public static BearerChallenge? Read(HttpResponseHeaders headers)
    {
        foreach (var header in headers.WwwAuthenticate)
        {
            if (!header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
                continue;

            var values = Parameter()
                .Matches(header.Parameter ?? "")
                .ToLookup(match => match.Groups["name"].Value.ToLowerInvariant(), match => match.Groups["value"].Value);
            if (Uri.TryCreate(values["realm"].FirstOrDefault(), UriKind.Absolute, out var realm))
                return new BearerChallenge(realm, values["service"].FirstOrDefault(), values["scope"].FirstOrDefault());
        }

        return null;
    }

    public Uri TokenAddress()
    {
        var query = new List<string>();
        if (Service is not null)
            query.Add($"service={Uri.EscapeDataString(Service)}");
        if (Scope is not null)
            query.Add($"scope={Uri.EscapeDataString(Scope)}");
        return new UriBuilder(Realm) { Query = string.Join('&', query) }.Uri;
    }

    [GeneratedRegex("(?<name>[A-Za-z]+)=\"(?<value>[^\"]*)\"")]
    private static partial Regex Parameter();
}
