using System.Collections.Immutable;
using System.Text.Json;
using Pipeline.Core;
using Pipeline.Core.Evidence;
using Pipeline.Core.Evidence.Signing;
using Pipeline.Images.Documents;
using Pipeline.Images.Layouts;
using Pipeline.Images.Registries;

namespace Pipeline.Images.Statements;

/// <summary>The signed statements beside an image: each a Sigstore bundle in a manifest that refers to the image (cosign, BUNDLE_SPEC.md).</summary>
/// <param name="registry">The registry that has the image.</param>
/// <param name="reader">Verifies what is read.</param>
public sealed class StatementStore(IImageRegistry registry, BundleReader reader)
{
    const int ReadAtOnce = 4;

    /// <summary>What is said again soon after, with nothing new but the time, is not stored again.</summary>
    static readonly TimeSpan SaidLately = TimeSpan.FromHours(1);

    /// <summary>Reads and verifies everything that was stated about an image; what cannot be read is named, not passed over.</summary>
    /// <exception cref="RegistryException">The registry does not answer.</exception>
    public async Task<EvidenceReading> ReadAsync(Digest image, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<Descriptor> referrers;
        try
        {
            referrers = await registry.ReferrersAsync(image, cancellationToken);
        }
        catch (Exception exception) when (exception is CorruptBlobException or ImageLayoutException)
        {
            return new EvidenceReading([], [$"what refers to {image} cannot be listed: {exception.Message}"]);
        }

        var bundles = referrers.Where(referrer => referrer.ArtifactType == SigstoreBundle.BundleType).ToArray();
        var statements = new SignedStatement?[bundles.Length];
        var damaged = new string?[bundles.Length];
        await Parallel.ForAsync(
            0,
            bundles.Length,
            new ParallelOptions { MaxDegreeOfParallelism = ReadAtOnce, CancellationToken = cancellationToken },
            async (index, cancel) =>
            {
                try
                {
                    statements[index] = reader.Read(await BundleManifest.ReadAsync(registry, bundles[index], cancel));
                }
                catch (Exception exception) when (IsDamage(exception))
                {
                    damaged[index] =
                        $"statement {bundles[index].Digest} in {registry.Location} is damaged: {exception.Message}";
                }
            }
        );
        return new EvidenceReading([.. statements.OfType<SignedStatement>()], [.. damaged.OfType<string>()]);
    }

    /// <summary>The bundles about an image as they are stored, each with a name for a file of its own.</summary>
    public async Task<IReadOnlyList<(string Name, byte[] Bundle)>> ExportAsync(
        Digest image,
        CancellationToken cancellationToken = default
    )
    {
        var bundles = new List<(string, byte[])>();
        foreach (var referrer in await registry.ReferrersAsync(image, cancellationToken))
        {
            if (referrer.ArtifactType != SigstoreBundle.BundleType)
                continue;
            var bundle = await BundleManifest.ReadAsync(registry, referrer, cancellationToken);
            bundles.Add(($"sha256-{Digest.Of(bundle).Hex}.sigstore.json", bundle));
        }

        return bundles;
    }

    /// <summary>Signs statements about an image and stores them beside it, those that say something new.</summary>
    /// <returns>How many were stored.</returns>
    /// <exception cref="RegistryException">The registry does not have the image, or does not answer.</exception>
    public async Task<int> AttachAsync(
        EvidenceSubject subject,
        Digest image,
        IEnumerable<EvidencePredicate> predicates,
        SigningKey key,
        CancellationToken cancellationToken = default
    )
    {
        var manifest =
            await registry.FindManifestAsync(image.ToString(), cancellationToken)
            ?? throw new RegistryException($"{registry.Location} has no image {image}. Push it first.");
        // To a reader that knows this key alone, everybody else is a stranger.
        var own = new StatementStore(registry, new BundleReader([key.ToVerify("ours")]));
        var known = (await own.ReadAsync(image, cancellationToken))
            .Statements.Where(said => said.Signer is not StatementSigner.Stranger)
            .Select(said => said.Statement.Predicate)
            .ToList();

        var stored = 0;
        foreach (var predicate in predicates.Where(predicate => !known.Exists(said => Repeats(predicate, said))))
        {
            var bundle = key.Sign(EvidenceStatement.About(subject, predicate));
            await BundleManifest.WriteAsync(registry, manifest.Descriptor, predicate, bundle, cancellationToken);
            stored++;
        }

        return stored;
    }

    static bool Repeats(EvidencePredicate predicate, EvidencePredicate said) =>
        predicate.GetType() == said.GetType()
        && predicate.FoundAt - said.FoundAt < SaidLately
        && Text(predicate) == Text(said);

    static string Text(EvidencePredicate predicate) =>
        StableJson.WriteCompact(
            new EvidenceStatement(
                [],
                predicate is EvidencePredicate.Dated dated ? dated with { At = DateTimeOffset.UnixEpoch } : predicate
            )
        );

    static bool IsDamage(Exception exception) =>
        exception
            is FormatException
                or JsonException
                or CorruptBlobException
                or ImageLayoutException
                or RegistryException { MayPass: false };
}
