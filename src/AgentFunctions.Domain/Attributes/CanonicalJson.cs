using System.Text;

namespace AgentFunctions.Domain.Attributes;

/// <summary>
/// The one byte sequence of a JSON value (RFC 8785, JCS): what digests, hashes and rows are made of.
/// </summary>
public static class CanonicalJson
{
    /// <exception cref="ArgumentException">
    /// A lone surrogate or a number that is not finite. <see cref="AttributeJson"/> lets neither in.
    /// </exception>
    public static byte[] ToUtf8(AttributeValue value)
    {
        using var writer = new CanonicalWriter();
        writer.Write(value);
        return writer.Written.ToArray();
    }

    /// <summary>Of <see cref="ToUtf8"/>, in bytes.</summary>
    public static int LengthOf(AttributeValue value)
    {
        using var writer = new CanonicalWriter();
        writer.Write(value);
        return writer.Written.Length;
    }

    /// <summary><see cref="ToUtf8"/>, as text.</summary>
    public static string ToText(AttributeValue value)
    {
        using var writer = new CanonicalWriter();
        writer.Write(value);
        return Encoding.UTF8.GetString(writer.Written);
    }
}
