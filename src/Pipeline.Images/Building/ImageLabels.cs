using System.Globalization;
using Pipeline.Images.Documents;

namespace Pipeline.Images.Building;

/// <summary>What an image says about itself (https://specs.opencontainers.org/image-spec/annotations/).</summary>
internal static class ImageLabels
{
    public static SortedDictionary<string, string> Of(
        ImageRequest request,
        Digest? baseDigest,
        string? baseName,
        IReadOnlyDictionary<string, string>? below = null
    )
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in below ?? new Dictionary<string, string>())
            labels[key] = value;

        labels[AnnotationKeys.Title] = request.EntryPoint;
        labels[AnnotationKeys.Version] = request.Version;
        labels[AnnotationKeys.Revision] = request.Revision;
        labels[AnnotationKeys.Created] = request.Created.UtcDateTime.ToString(
            "yyyy-MM-ddTHH:mm:ssZ",
            CultureInfo.InvariantCulture
        );
        labels[AnnotationKeys.Base] = baseDigest?.ToString() ?? AnnotationKeys.NoBase;
        if (request.Source is not null)
            labels[AnnotationKeys.Source] = request.Source;
        if (baseDigest is not null)
            labels[AnnotationKeys.BaseDigest] = baseDigest.ToString();
        if (baseName is not null)
            labels[AnnotationKeys.BaseName] = baseName;
        return labels;
    }
}
