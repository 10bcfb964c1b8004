using Pipeline.Core.Quality.Dependencies;

namespace Pipeline.Core.Tests.Quality.Dependencies;

public class LicenseExpressionTests
{
    private static readonly string[] Allowed = ["MIT", "Apache-2.0", "GPL-2.0-only WITH Classpath-exception-2.0"];

    [Theory]
    [InlineData("MIT", true)]
    [InlineData("mit", true)]
    [InlineData("GPL-3.0-only", false)]
    [InlineData("MIT OR GPL-3.0-only", true)]
    [InlineData("GPL-3.0-only OR LGPL-3.0-only", false)]
    [InlineData("MIT AND GPL-3.0-only", false)]
    [InlineData("MIT AND Apache-2.0", true)]
    [InlineData("GPL-3.0-only AND MIT OR Apache-2.0", true)]
    [InlineData("GPL-3.0-only AND (MIT OR Apache-2.0)", false)]
    [InlineData("GPL-2.0-only", false)]
    [InlineData("GPL-2.0-only WITH Classpath-exception-2.0", true)]
    public void An_expression_is_allowed_when_the_list_satisfies_it(string expression, bool allowed) =>
        Assert.Equal(allowed, LicenseExpression.IsAllowed(expression, Allowed));

    [Theory]
    [InlineData("")]
    [InlineData("MIT OR")]
    [InlineData("(MIT")]
    [InlineData("MIT)")]
    [InlineData("MIT Apache-2.0")]
    public void What_is_no_expression_is_refused(string expression) =>
        Assert.Throws<FormatException>(() => LicenseExpression.IsAllowed(expression, Allowed));
}
