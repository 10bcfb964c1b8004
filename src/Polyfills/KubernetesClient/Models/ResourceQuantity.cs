using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>An amount of a resource, such as <c>500m</c> of a processor or <c>128Mi</c> of memory.</summary>
[JsonConverter(typeof(ResourceQuantityJsonConverter))]
public class ResourceQuantity
{
    private readonly decimal number;
    private readonly QuantityNotation notation;

    public ResourceQuantity(string v) => (number, notation) = QuantityText.Parse(v);

    public static implicit operator ResourceQuantity(string v) => v is null ? null : new(v);

    public static implicit operator decimal(ResourceQuantity v) => v?.number ?? 0;

    public static bool operator ==(ResourceQuantity left, ResourceQuantity right) => Equals(left, right);

    public static bool operator !=(ResourceQuantity left, ResourceQuantity right) => !Equals(left, right);

    public decimal ToDecimal() => number;

    public override bool Equals(object obj) => obj is ResourceQuantity other && other.number == number;

    public override int GetHashCode() => number.GetHashCode();

    /// <summary>The canonical form: no fraction, and the largest suffix that loses nothing.</summary>
    public override string ToString() => QuantityText.Format(number, notation);
}
