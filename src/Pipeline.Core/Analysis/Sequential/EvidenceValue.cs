namespace Pipeline.Core.Analysis.Sequential;

/// <summary>
/// The value of a test martingale and what it must reach. If the hypothesis that it speaks against were true, it would
/// ever reach 1/alpha with probability alpha at most (Ville's inequality), however often one looks.
/// </summary>
/// <param name="Log">Natural logarithm of the value.</param>
/// <param name="Needed">Natural logarithm of 1/alpha.</param>
public sealed record EvidenceValue(double Log, double Needed)
{
    // Rounded, so that another platform's logarithm in the last bit changes neither record nor verdict.
    private const int Digits = 6;

    // Stands for "none at all", which JSON has no number for.
    private const double Least = -1e6;

    /// <summary>Whether the hypothesis is refuted.</summary>
    public bool Suffices => Log >= Needed;

    /// <summary>Evidence at level <paramref name="alpha"/>, in the precision in which it is recorded.</summary>
    public static EvidenceValue Of(double log, double alpha) =>
        new(Math.Round(Math.Max(log, Least), Digits), Math.Round(-Math.Log(alpha), Digits));
}
