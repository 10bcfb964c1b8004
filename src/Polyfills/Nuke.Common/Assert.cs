using System.Runtime.CompilerServices;

namespace Nuke.Common;

/// <summary>Conditions that a build relies on; each throws with the message, or with the asserted expression.</summary>
public static class Assert
{
    /// <summary>Throws with <paramref name="message"/>.</summary>
    public static void Fail(string message, Exception exception = null) => throw new Exception(message, exception);

    /// <summary>Throws unless <paramref name="condition"/> holds.</summary>
    public static void True(
        bool condition,
        string message = null,
        [CallerArgumentExpression(nameof(condition))] string argumentExpression = null
    )
    {
        if (!condition)
            throw new ArgumentException(message ?? "Expected condition to be true", argumentExpression);
    }

    /// <summary>Throws if <paramref name="condition"/> holds.</summary>
    public static void False(
        bool condition,
        string message = null,
        [CallerArgumentExpression(nameof(condition))] string argumentExpression = null
    )
    {
        if (condition)
            throw new ArgumentException(message ?? "Expected condition to be false", argumentExpression);
    }

    /// <summary>Returns <paramref name="obj"/>, or throws if it is null.</summary>
    public static T NotNull<T>(
        this T obj,
        string message = null,
        [CallerArgumentExpression(nameof(obj))] string argumentExpression = null
    )
        where T : class =>
        obj ?? throw new ArgumentException(message ?? "Expected object to be not null", argumentExpression);

    /// <summary>Returns <paramref name="obj"/>, or throws if it has no value.</summary>
    public static T? NotNull<T>(
        this T? obj,
        string message = null,
        [CallerArgumentExpression(nameof(obj))] string argumentExpression = null
    )
        where T : struct =>
        obj ?? throw new ArgumentException(message ?? "Expected value to be not null", argumentExpression);

    /// <summary>Returns <paramref name="str"/>, or throws if it is null or empty.</summary>
    public static string NotNullOrEmpty(
        this string str,
        string message = null,
        [CallerArgumentExpression(nameof(str))] string argumentExpression = null
    ) =>
        !string.IsNullOrEmpty(str)
            ? str
            : throw new ArgumentException(message ?? "Expected string to be not null or empty", argumentExpression);

    /// <summary>Returns <paramref name="str"/>, or throws if it is null, empty or only white space.</summary>
    public static string NotNullOrWhiteSpace(
        this string str,
        string message = null,
        [CallerArgumentExpression(nameof(str))] string argumentExpression = null
    ) =>
        !string.IsNullOrWhiteSpace(str)
            ? str
            : throw new ArgumentException(
                message ?? "Expected string to be not null or white space",
                argumentExpression
            );

    /// <summary>Throws if <paramref name="collection"/> is empty.</summary>
    public static void NotEmpty<T>(
        IReadOnlyCollection<T> collection,
        string message = null,
        [CallerArgumentExpression(nameof(collection))] string argumentExpression = null
    ) => True(collection.Count > 0, message ?? "Expected collection to be not empty", argumentExpression);

    /// <summary>Throws unless <paramref name="collection"/> is empty; the message lists what it holds.</summary>
    public static void Empty<T>(
        IReadOnlyCollection<T> collection,
        string message = null,
        [CallerArgumentExpression(nameof(collection))] string argumentExpression = null
    ) =>
        True(
            collection.Count == 0,
            message ?? $"Expected collection to be empty but found {Listed(collection)}",
            argumentExpression
        );

    /// <summary>Throws unless <paramref name="collection"/> has exactly <paramref name="length"/> elements.</summary>
    public static void Count<T>(
        IReadOnlyCollection<T> collection,
        int length,
        string message = null,
        [CallerArgumentExpression(nameof(collection))] string argumentExpression = null
    ) =>
        True(
            collection.Count == length,
            message ?? $"Expected collection with length {length} but has {collection.Count}: {Listed(collection)}",
            argumentExpression
        );

    /// <summary>Throws unless <paramref name="collection"/> has exactly one element.</summary>
    public static void HasSingleItem<T>(
        IReadOnlyCollection<T> collection,
        string message = null,
        [CallerArgumentExpression(nameof(collection))] string argumentExpression = null
    ) => Count(collection, length: 1, message, argumentExpression);

    /// <summary>Throws unless there is a file at <paramref name="path"/>.</summary>
    public static void FileExists(
        string path,
        string message = null,
        [CallerArgumentExpression(nameof(path))] string argumentExpression = null
    ) => True(File.Exists(path), message ?? $"Expected file to exist: {path}", argumentExpression);

    /// <summary>Throws unless there is a folder at <paramref name="path"/>.</summary>
    public static void DirectoryExists(
        string path,
        string message = null,
        [CallerArgumentExpression(nameof(path))] string argumentExpression = null
    ) => True(Directory.Exists(path), message ?? $"Expected directory to exist: {path}", argumentExpression);

    private static string Listed<T>(IEnumerable<T> items) => string.Join(", ", items);
}
