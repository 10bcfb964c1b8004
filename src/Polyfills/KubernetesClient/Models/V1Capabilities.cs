namespace k8s.Models;

/// <summary>Linux capabilities added to and dropped from the default set.</summary>
public record V1Capabilities
{
    public IList<string> Add { get; set; }

    public IList<string> Drop { get; set; }
}
