using k8s;
using k8s.Models;

namespace KubernetesClient.Tests.Models;

public class ResourceQuantityTests
{
    [Theory]
    [InlineData("500m", "0.5", "500m")]
    [InlineData("0.5", "0.5", "500m")]
    [InlineData("2", "2", "2")]
    [InlineData("2000m", "2", "2")]
    [InlineData("128Mi", "134217728", "128Mi")]
    [InlineData("1024Mi", "1073741824", "1Gi")]
    [InlineData("0.5Gi", "536870912", "512Mi")]
    [InlineData("0.1Ki", "102.4", "102400m")]
    [InlineData("1500k", "1500000", "1500k")]
    [InlineData("1e3", "1000", "1e3")]
    [InlineData("5E", "5000000000000000000", "5E")]
    [InlineData("100u", "0.0001", "100u")]
    [InlineData("0Mi", "0", "0")]
    [InlineData("-1.5", "-1.5", "-1500m")]
    public void A_quantity_has_a_value_and_a_canonical_form(string text, string value, string canonical)
    {
        var quantity = new ResourceQuantity(text);

        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), quantity.ToDecimal());
        Assert.Equal(canonical, quantity.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1.5.2")]
    [InlineData("12Q")]
    [InlineData("m")]
    public void What_is_no_quantity_is_refused(string text)
    {
        var problem = Assert.Throws<FormatException>(() => new ResourceQuantity(text));

        Assert.Contains($"'{text}'", problem.Message);
    }

    [Fact]
    public void Equal_amounts_are_equal_however_they_are_written()
    {
        ResourceQuantity one = "1000m";
        ResourceQuantity other = "1";

        Assert.True(one == other);
        Assert.False(one != other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void A_quantity_is_read_from_a_text_or_a_bare_number_and_written_as_text()
    {
        var quota = KubernetesJson.Deserialize<V1ResourceQuotaSpec>("""{"hard":{"cpu":2,"memory":"1Gi"}}""");

        decimal cpus = quota.Hard["cpu"];

        Assert.Equal(2, cpus);
        Assert.Equal("""{"hard":{"cpu":"2","memory":"1Gi"}}""", KubernetesJson.Serialize(quota));
    }
}
