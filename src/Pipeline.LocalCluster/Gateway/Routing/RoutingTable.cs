using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Pipeline.LocalCluster.Gateway.Routing;

/// <summary>Which rule answers a request; immutable, so that readers need no lock and a new table takes effect at once.</summary>
internal sealed class RoutingTable
{
    public static readonly RoutingTable Empty = new([], []);

    private readonly FrozenDictionary<string, ImmutableArray<Entry>>.AlternateLookup<ReadOnlySpan<char>> _byHost;
    private readonly ImmutableArray<(string Suffix, ImmutableArray<Entry> Entries)> _byWildcard;
    private readonly ImmutableArray<Entry> _everyHost;
    private readonly ImmutableDictionary<string, WeightedBackends> _rules;

    private RoutingTable(
        IReadOnlyCollection<(string Host, Entry Entry)> entries,
        ImmutableDictionary<string, WeightedBackends> rules
    )
    {
        _rules = rules;
        var hosts = entries
            .GroupBy(entry => entry.Host, entry => entry.Entry)
            .ToDictionary(
                host => host.Key,
                host => host.OrderBy(entry => entry.Match, RequestMatch.Precedence).ToImmutableArray()
            );
        _everyHost = hosts.GetValueOrDefault("", []);
        _byWildcard =
        [
            .. hosts
                .Where(host => host.Key.StartsWith('*'))
                .Select(host => (host.Key[1..], host.Value))
                .OrderByDescending(host => host.Item1.Length),
        ];
        _byHost = hosts.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>A table of rules with their keys, hosts and matches, the rule to be preferred among equals first.</summary>
    public static RoutingTable Create(
        IEnumerable<(string Key, ImmutableArray<string> Hosts, WeightedBackends Backends)> rules
    )
    {
        var all = rules.ToList();
        var entries = all.SelectMany(rule =>
                rule.Hosts.DefaultIfEmpty("")
                    .SelectMany(host =>
                        rule.Backends.Rule.Matches.Select(match => (host, new Entry(match, rule.Backends)))
                    )
            )
            .ToList();
        return new RoutingTable(entries, all.ToImmutableDictionary(rule => rule.Key, rule => rule.Backends));
    }

    /// <summary>The rule that a route's key and index name, as it stands in this table.</summary>
    public WeightedBackends? Rule(string key) => _rules.GetValueOrDefault(key);

    /// <summary>The rule for a request: the most specific host that has a matching rule, and in it the most specific match.</summary>
    public WeightedBackends? Find(HttpRequest request)
    {
        var host = HostOf(request);
        if (_byHost.TryGetValue(host, out var exact) && First(exact, request) is { } found)
            return found;
        foreach (var (suffix, entries) in _byWildcard)
        {
            if (host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && First(entries, request) is { } matched)
                return matched;
        }

        return First(_everyHost, request);
    }

    private static ReadOnlySpan<char> HostOf(HttpRequest request)
    {
        var host = request.Host.Value.AsSpan();
        var port = host.LastIndexOf(':');
        return port >= 0 && !host.EndsWith(']') ? host[..port] : host;
    }

    private static WeightedBackends? First(ImmutableArray<Entry> entries, HttpRequest request)
    {
        foreach (var entry in entries)
        {
            if (entry.Match.Matches(request))
                return entry.Backends;
        }

        return null;
    }

    private sealed record Entry(RequestMatch Match, WeightedBackends Backends);
}
