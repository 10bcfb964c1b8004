using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>An error in the middle of an answer.</summary>
public class JSONError
{
    /// <summary>Exit code of a command that failed, 0 for other errors.</summary>
    [JsonPropertyName("code")]
    public long Code { get; set; }

    [JsonPropertyName("message")]
    public string Message { get; set; }
}
