using System.Collections.Immutable;
using Pipeline.Core.Quality;

namespace Pipeline.Components.Scanning;

/// <summary>What a scanner reported.</summary>
/// <param name="Scanner">Its name and version.</param>
/// <param name="DatabaseUpdatedAt">When its database of vulnerabilities was made.</param>
/// <param name="Reports">The reports on image, configuration and sources.</param>
public sealed record ScanReports(string Scanner, DateTimeOffset DatabaseUpdatedAt, ImmutableArray<TrivyReport> Reports);
