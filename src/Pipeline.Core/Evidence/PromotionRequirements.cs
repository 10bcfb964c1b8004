using System.Collections.Immutable;

namespace Pipeline.Core.Evidence;

/// <summary>What must be known of an image before it may enter an environment.</summary>
public sealed record PromotionRequirements
{
    /// <summary>Digest of the image, <c>sha256:</c> and 64 hexadecimal characters.</summary>
    public required string Digest { get; init; }

    /// <summary>The environment that it is to enter.</summary>
    public required string Environment { get; init; }

    /// <summary>What the environment demands.</summary>
    public required ImmutableArray<RequiredStatement> Statements { get; init; }

    /// <summary>Environments in which it must have been deployed and verified before.</summary>
    public required ImmutableArray<string> VerifiedIn { get; init; }

    /// <summary>Whose statements count.</summary>
    public required EvidencePolicy Policy { get; init; }

    /// <summary>The time that ages are counted to.</summary>
    public required DateTimeOffset Now { get; init; }

    internal IEnumerable<RequiredStatement> All =>
        Statements.Concat(
            VerifiedIn.SelectMany(environment =>
                new RequiredStatement[]
                {
                    new RequiredStatement.DeployedTo(environment),
                    new RequiredStatement.VerifiedIn(environment),
                }
            )
        );
}
