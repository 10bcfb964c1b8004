namespace Pipeline.Components.Scanning;

/// <summary>Which image a report of the scanner is about; the report itself names only the folder.</summary>
/// <param name="Digest">Digest of the image's manifest.</param>
/// <param name="Report">SHA-256 of the report, in hexadecimal.</param>
/// <param name="Scanner">Name and version of the scanner.</param>
/// <param name="DatabaseUpdatedAt">When its database of vulnerabilities was made.</param>
/// <param name="At">When the scan ended.</param>
public sealed record ScanRecord(
    string Digest,
    string Report,
    string Scanner,
    DateTimeOffset DatabaseUpdatedAt,
    DateTimeOffset At
);
