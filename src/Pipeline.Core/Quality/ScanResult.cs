using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Pipeline.Core.Quality;

/// <summary>What a vulnerability scan of an image gave.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "result")]
[JsonDerivedType(typeof(Clean), "clean")]
[JsonDerivedType(typeof(Findings), "findings")]
[JsonDerivedType(typeof(NotRun), "notRun")]
public abstract record ScanResult
{
    private ScanResult() { }

    /// <summary>For people.</summary>
    public abstract string Summary { get; }

    /// <summary>The scan ran and found nothing that the policy forbids.</summary>
    /// <param name="Scanner">Name and version of the scanner.</param>
    public sealed record Clean(string Scanner) : ScanResult
    {
        /// <inheritdoc/>
        public override string Summary => $"{Scanner} found nothing";
    }

    /// <summary>The scan ran and found what the policy forbids.</summary>
    /// <param name="Scanner">Name and version of the scanner.</param>
    /// <param name="Found">What it found, worst first.</param>
    public sealed record Findings(string Scanner, ImmutableArray<ScanFinding> Found) : ScanResult
    {
        /// <inheritdoc/>
        public override string Summary =>
            $"{Scanner} found {Found.Length}: {string.Join(", ", Found.Select(finding => $"{finding.Id} ({finding.Severity}) in {finding.Package}"))}";
    }

    /// <summary>The scan did not run; only a rehearsal accepts that.</summary>
    /// <param name="Reason">For example <c>Trivy is not installed</c>.</param>
    public sealed record NotRun(string Reason) : ScanResult
    {
        /// <inheritdoc/>
        public override string Summary => $"not run: {Reason}";
    }
}
