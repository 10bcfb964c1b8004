namespace Pipeline.LocalCluster.Selection;

/// <summary>How a label is compared; the first four are those of <c>matchExpressions</c>.</summary>
public enum LabelOperator
{
    In,
    NotIn,
    Exists,
    DoesNotExist,
    GreaterThan,
    LessThan,
}
