namespace Pipeline.Images.Layouts;

/// <summary>A layout directory cannot be used as it is: missing, unreadable, incomplete or locked by someone else.</summary>
public class ImageLayoutException(string message, Exception? cause = null) : Exception(message, cause);
