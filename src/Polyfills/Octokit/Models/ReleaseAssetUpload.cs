namespace Octokit;

/// <summary>A file that a release is to have.</summary>
public class ReleaseAssetUpload
{
    public ReleaseAssetUpload(string fileName, string contentType, Stream rawData, TimeSpan? timeout)
    {
        FileName = fileName;
        ContentType = contentType;
        RawData = rawData;
        Timeout = timeout;
    }

    public string FileName { get; set; }

    public string ContentType { get; set; }

    public Stream RawData { get; set; }

    public TimeSpan? Timeout { get; set; }
}
