using System.Globalization;
using System.Net;
using k8s;
using k8s.Autorest;
using k8s.Models;
using Pipeline.Core.Environments;
using Pipeline.Core.Rollouts;

namespace Pipeline.Kubernetes.Rollouts;

/// <summary>The revisions that served an environment, newest last, ten of them.</summary>
/// <param name="client">The cluster.</param>
/// <param name="names">Names of the service's objects.</param>
/// <param name="environment">The environment, which is the namespace.</param>
public sealed class RevisionHistory(IKubernetes client, ObjectNames names, string environment)
{
    private const int Kept = 10;
    private const string RevisionKey = "revision";
    private const string VersionKey = "version";

    /// <summary>The version that a revision was built as; null when it is not known any more.</summary>
    public async Task<string?> VersionOfAsync(Revision revision, CancellationToken cancellationToken)
    {
        var entries = await EntriesAsync(cancellationToken);
        return entries
            .Where(entry => ValueOf(entry, RevisionKey) == revision.ToString())
            .Select(entry => ValueOf(entry, VersionKey))
            .LastOrDefault();
    }

    /// <summary>The revisions that can be returned to, newest last.</summary>
    public async Task<IReadOnlyList<KeptRevision>> ReadAsync(CancellationToken cancellationToken) =>
        [
            .. from entry in await EntriesAsync(cancellationToken)
            let revision = Revision.Parse(ValueOf(entry, RevisionKey))
            where revision is not null
            select new KeptRevision(NumberOf(entry), revision, ValueOf(entry, VersionKey) ?? ""),
        ];

    /// <summary>Adds a revision unless it is the newest already, and lets go of the oldest.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="version">The version that it was built as; null when it served before and was recorded then.</param>
    /// <param name="cancellationToken">Ends the wait for the answer.</param>
    public async Task RecordAsync(Revision revision, string? version, CancellationToken cancellationToken)
    {
        var entries = await EntriesAsync(cancellationToken);
        if (entries is [.., var newest] && ValueOf(newest, RevisionKey) == revision.ToString())
            return;

        version ??= await VersionOfAsync(revision, cancellationToken) ?? "";
        var next = entries.Count == 0 ? 1 : NumberOf(entries[^1]) + 1;
        await CreateAsync(next, revision, version, cancellationToken);
        foreach (var old in entries.Take(entries.Count + 1 - Kept))
            await client.CoreV1.DeleteNamespacedConfigMapAsync(
                old.Metadata.Name,
                environment,
                cancellationToken: cancellationToken
            );
    }

    private async Task CreateAsync(int number, Revision revision, string version, CancellationToken cancellationToken)
    {
        var entry = new V1ConfigMap
        {
            ApiVersion = "v1",
            Kind = "ConfigMap",
            Metadata = new V1ObjectMeta
            {
                Name = names.HistoryEntry(number),
                NamespaceProperty = environment,
                Labels = new Dictionary<string, string>
                {
                    [ObjectMarks.NameLabel] = names.Service,
                    [ObjectMarks.ManagedByLabel] = ObjectMarks.Manager,
                },
            },
            Data = new Dictionary<string, string> { [RevisionKey] = revision.ToString(), [VersionKey] = version },
        };
        try
        {
            await client.CoreV1.CreateNamespacedConfigMapAsync(
                entry,
                environment,
                fieldManager: ObjectMarks.Manager,
                cancellationToken: cancellationToken
            );
        }
        catch (HttpOperationException exists) when (exists.Response?.StatusCode == HttpStatusCode.Conflict)
        {
            // A write whose answer got lost was repeated, and then refused because of itself.
        }
    }

    private async Task<List<V1ConfigMap>> EntriesAsync(CancellationToken cancellationToken)
    {
        var maps = await client.CoreV1.ListNamespacedConfigMapAsync(
            environment,
            labelSelector: $"{ObjectMarks.NameLabel}={names.Service}",
            cancellationToken: cancellationToken
        );
        return [.. maps.Items.Where(map => NumberOf(map) > 0).OrderBy(NumberOf)];
    }

    private static string? ValueOf(V1ConfigMap entry, string key) =>
        entry.Data is { } data && data.TryGetValue(key, out var value) ? value : null;

    private int NumberOf(V1ConfigMap map) =>
        map.Metadata.Name.StartsWith($"{names.Service}-revision-", StringComparison.Ordinal)
        && int.TryParse(
            map.Metadata.Name.Split('-')[^1],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : 0;
}
