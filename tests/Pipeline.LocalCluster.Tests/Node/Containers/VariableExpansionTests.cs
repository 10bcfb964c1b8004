using Pipeline.LocalCluster.Node.Containers;

namespace Pipeline.LocalCluster.Tests.Node.Containers;

public sealed class VariableExpansionTests
{
    private static readonly Dictionary<string, string> Variables = new() { ["POD_IP"] = "127.1.0.2", ["EMPTY"] = "" };

    [Theory]
    [InlineData("http://$(POD_IP):8080", "http://127.1.0.2:8080")]
    [InlineData("$(POD_IP)$(POD_IP)", "127.1.0.2127.1.0.2")]
    [InlineData("[$(EMPTY)]", "[]")]
    [InlineData("$(UNKNOWN)", "$(UNKNOWN)")]
    [InlineData("$$(POD_IP)", "$(POD_IP)")]
    [InlineData("$$$(POD_IP)", "$127.1.0.2")]
    [InlineData("cost: 5$", "cost: 5$")]
    [InlineData("$(POD_IP", "$(POD_IP")]
    [InlineData("$POD_IP", "$POD_IP")]
    public void References_are_replaced_as_in_Kubernetes(string text, string expanded)
    {
        Assert.Equal(expanded, VariableExpansion.Expand(text, Variables));
    }
}
