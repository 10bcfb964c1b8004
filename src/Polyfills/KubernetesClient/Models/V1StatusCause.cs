namespace k8s.Models;

/// <summary>One reason for a status, with the field that it is about.</summary>
public record V1StatusCause
{
    public string Field { get; set; }

    public string Message { get; set; }

    public string Reason { get; set; }
}
