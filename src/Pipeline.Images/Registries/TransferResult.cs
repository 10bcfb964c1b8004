using Pipeline.Images.Documents;

namespace Pipeline.Images.Registries;

/// <summary>What copying an image took.</summary>
/// <param name="Image">The image's manifest or index.</param>
/// <param name="BlobsSent">How many blobs were copied.</param>
/// <param name="BlobsPresent">How many blobs were there already.</param>
/// <param name="BytesSent">The bytes of the copied blobs.</param>
/// <param name="ReferrersSent">How many manifests about the image were copied with it.</param>
public sealed record TransferResult(
    Descriptor Image,
    int BlobsSent,
    int BlobsPresent,
    long BytesSent,
    int ReferrersSent
);
