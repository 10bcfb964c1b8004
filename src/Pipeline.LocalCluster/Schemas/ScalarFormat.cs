namespace Pipeline.LocalCluster.Schemas;

/// <summary>The scalars of Kubernetes types, named as in <c>.schema</c> files.</summary>
public enum ScalarFormat
{
    String,
    Bool,
    Int32,
    Int64,
    Number,
    IntOrString,
    Quantity,
    Time,
    MicroTime,
    Base64,
}
