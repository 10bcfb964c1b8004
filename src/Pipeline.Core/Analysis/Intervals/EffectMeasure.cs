namespace Pipeline.Core.Analysis.Intervals;

/// <summary>How the size of a change is measured.</summary>
public enum EffectMeasure
{
    /// <summary>Mean of the new version over mean of the stable one; undefined when either is 0.</summary>
    MeanRatio,

    /// <summary>
    /// Share of pairs in which the new version is higher, ties counted half. A. Vargha, H. D. Delaney, "A critique and
    /// improvement of the CL common language effect size statistics", J. Educ. Behav. Stat. 25 (2000) 101-132.
    /// </summary>
    CommonLanguage,
}
