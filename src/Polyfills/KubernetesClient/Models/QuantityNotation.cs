namespace k8s.Models;

/// <summary>The family of suffixes in which a quantity was written, and is written again.</summary>
internal enum QuantityNotation
{
    DecimalSuffix,
    BinarySuffix,
    DecimalExponent,
}
