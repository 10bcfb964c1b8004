using System.Text.Json.Serialization;

namespace Docker.DotNet.Models;

/// <summary>One message in the answer to a long request; an error comes as a message too, after status 200.</summary>
public class JSONMessage
{
    /// <summary>Output of a build step.</summary>
    [JsonPropertyName("stream")]
    public string Stream { get; set; }

    /// <summary>What is going on, for example a download.</summary>
    [JsonPropertyName("status")]
    public string Status { get; set; }

    /// <summary>How far it is, drawn as text.</summary>
    [JsonPropertyName("progress")]
    public string ProgressMessage { get; set; }

    /// <summary>What the status is about, for example a layer.</summary>
    [JsonPropertyName("id")]
    public string ID { get; set; }

    [JsonPropertyName("errorDetail")]
    public JSONError Error { get; set; }

    [JsonPropertyName("error")]
    public string ErrorMessage { get; set; }
}
