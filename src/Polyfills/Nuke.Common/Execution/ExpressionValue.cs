using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Nuke.Common.Execution;

/// <summary>
/// Reads the members and values that lambdas such as <c>() => Solution</c> name, by walking the expression: compiling one costs
/// more than everything else that a build does before its first target.
/// </summary>
internal static class ExpressionValue
{
    /// <summary>The member that an expression names, or null where it is more than a member.</summary>
    public static MemberInfo MemberOf(LambdaExpression expression) =>
        (Unwrap(expression.Body) as MemberExpression)?.Member;

    /// <summary>The value of an expression; <paramref name="argument" /> stands for the lambda's parameter.</summary>
    public static object Of(Expression expression, object argument = null)
    {
        switch (Unwrap(expression))
        {
            case ConstantExpression constant:
                return constant.Value;
            case ParameterExpression:
                return argument;
            case MemberExpression access:
                return Of(access.Member, access.Expression == null ? null : Of(access.Expression, argument));
            case var other:
                return Read(() => Expression.Lambda(other).Compile(preferInterpretation: true).DynamicInvoke());
        }
    }

    /// <summary>The value of a field or property; what its getter throws comes through as it is.</summary>
    public static object Of(MemberInfo member, object instance) =>
        member is FieldInfo field ? field.GetValue(instance) : Read(() => ((PropertyInfo)member).GetValue(instance));

    private static object Read(Func<object> read)
    {
        try
        {
            return read();
        }
        catch (TargetInvocationException exception) when (exception.InnerException != null)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException);
            throw;
        }
    }

    private static Expression Unwrap(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } conversion
            ? Unwrap(conversion.Operand)
            : expression;
}
