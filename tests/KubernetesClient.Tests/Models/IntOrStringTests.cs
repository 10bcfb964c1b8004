using k8s.Models;

namespace KubernetesClient.Tests.Models;

public class IntOrStringTests
{
    [Fact]
    public void Equal_values_are_equal()
    {
        IntOrString number = 8080;
        IntOrString wide = 8080L;
        IntOrString text = "8080";

        Assert.Equal(number, wide);
        Assert.Equal(number.GetHashCode(), text.GetHashCode());
        Assert.Equal("8080", text.ToString());
    }

    [Fact]
    public void Nothing_stays_nothing()
    {
        IntOrString none = (string?)null;

        Assert.Null(none);
        Assert.Null((string?)none);
    }
}
